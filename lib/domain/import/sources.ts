/** Where a claim appeared, from what a file says of it: an address, or a thing with a type, a number and times. */
import type { SourceKind } from '../vocabulary'
import { readAddress, siteAddress } from './address'
import { isFields, textOf } from './cell'
import type { SourceDraft } from './draft'

const KINDS: [RegExp, SourceKind][] = [
  [/^(?:transc(?:r)?ipt|prepared)$/, 'transcript'],
  [
    /^(?:youtube|video|audio|archive-org|c-span|abc|fox|fox-business|msnbc|soundcloud|audioboom|clip|videoobject|recording|podcast)/,
    'recording',
  ],
  [/^(?:twitter|tweet|facebook|instagram|socialmediaposting|post)/, 'social_post'],
  [/^(?:newsarticle|article|news)/, 'news_report'],
  [/^(?:press|pressrelease)/, 'press_release'],
]
const SOCIAL =
  /(?:^|\.)(?:twitter\.com|x\.com|facebook\.com|instagram\.com|tiktok\.com|threads\.net|t\.me|reddit\.com|redd\.it)$/
const VIDEO = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|c-span\.org)$/

const hostOf = (url: string | null): string => {
  try {
    return url ? new URL(url).hostname.replace(/^www\./, '') : ''
  } catch {
    return ''
  }
}

const kindOf = (type: string, url: string | null): SourceKind => {
  const known = KINDS.find(([pattern]) => pattern.test(type.toLowerCase()))
  if (known) return known[1]
  const host = hostOf(url)
  if (SOCIAL.test(host)) return 'social_post'
  return VIDEO.test(host) ? 'recording' : 'web_page'
}

/** A source without a title is called by its address, as far as a line can hold it. */
const titleOf = (url: string | null, type: string, id: string | null): string => {
  if (!url) return [type, id].filter(Boolean).join(' ') || 'A source without a title'
  const { hostname, pathname, search } = new URL(url)
  return `${hostname.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}${search}`.slice(0, 200)
}

const clock = (seconds: number): string => {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

const locatorOf = (fields: Record<string, unknown>): string | null => {
  const start = Number(fields.start ?? fields.startOffset ?? Number.NaN)
  if (!Number.isFinite(start) || start < 0) return null
  const length = Number(fields.duration ?? Number(fields.endOffset ?? Number.NaN) - start)
  return Number.isFinite(length) && length > 0 ? `${clock(start)}–${clock(start + length)}` : clock(start)
}

/** @returns null where nothing says which source is meant */
export const sourceDraft = (value: unknown, more: Partial<SourceDraft> = {}): SourceDraft | null => {
  const base = { publisher: null, publishedAt: null, locator: null }
  if (!isFields(value)) {
    const url = readAddress(textOf(value) ?? '')
    return url ? { ...base, url, title: titleOf(url, '', null), kind: kindOf('', url), ...more } : null
  }
  const type = textOf(value.type) ?? textOf(value['@type']) ?? ''
  const id = textOf(value.id)
  const own = [value.url, value['@id'], value.source, value.href].flatMap(
    (each) => readAddress(textOf(each) ?? '') ?? [],
  )[0]
  const url = own ?? (id ? siteAddress(type, id, value) : null)
  const title = textOf(value.title) ?? textOf(value.name) ?? textOf(value.headline)
  if (!url && !title && !id) return null
  return {
    ...base,
    url: url ?? null,
    title: title ?? titleOf(url ?? null, type, id),
    kind: kindOf(type, url ?? null),
    locator: locatorOf(value),
    ...more,
  }
}
