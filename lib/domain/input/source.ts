import { z } from 'zod'
import { authenticity, RECORD_KINDS, sourceKind, sourceStatus } from '../vocabulary'
import { address, edtf, id, language, line, maybe, prose } from './parts'

const snapshot = z.object({
  uri: address,
  capturedAt: z.coerce.date(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 is 64 hexadecimal digits.'),
  mime: line(100, 'The media type'),
  tool: maybe(line(100, 'The tool')),
  capturedBy: maybe(line(200, 'The name of who captured it')),
})

const isRecord = (kind: string) => (RECORD_KINDS as readonly string[]).includes(kind)

export const sourceInput = z
  .object({
    id: id.optional(),
    kind: sourceKind,
    title: line(500, 'The title'),
    publisher: maybe(id),
    authors: z.array(line(200, 'An author’s name')).max(50).default([]),
    publishedAt: maybe(edtf),
    modifiedAt: maybe(edtf),
    language: maybe(language),
    url: maybe(address),
    canonicalUrl: maybe(address),
    issuer: maybe(id),
    authenticity: authenticity.default('unverified'),
    authenticityNote: maybe(prose(1000, 'The note on authenticity')),
    status: sourceStatus.default('current'),
    statusNote: maybe(prose(1000, 'The note on the status')),
    note: maybe(prose(2000, 'The note')),
    snapshots: z.array(snapshot).max(100).default([]),
  })
  .refine((source) => isRecord(source.kind) || !source.issuer, {
    path: ['issuer'],
    message: 'Only a record has an issuer; for anything else give its publisher.',
  })

export type SourceInput = z.input<typeof sourceInput>
export type SourceRecord = z.infer<typeof sourceInput>
