import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Part } from '@/lib/domain/query'

/** The filter as a sentence; each condition in it is a link that takes it away. */
export function FilterSentence({ parts }: { parts: readonly Part[] }) {
  const t = useTranslations('query')
  return (
    <p className="max-w-[80ch] text-body">
      {parts.map((part, i) => {
        const space = i === 0 || /^[,،]/.test(part.text) ? '' : ' '
        if (part.kind === 'words') return <span key={`${i}${part.text}`}>{space + part.text}</span>
        return (
          <span key={`${part.key}${part.value}`}>
            {space}
            <Link
              href={part.removeHref as '/claims'}
              prefetch={false}
              aria-label={t('remove', { condition: part.text })}
              className="inline-flex items-baseline gap-0.5 whitespace-nowrap"
            >
              {part.text}
              <X aria-hidden="true" size={13} strokeWidth={2} className="relative top-[0.1em] text-muted" />
            </Link>
          </span>
        )
      })}
      .
    </p>
  )
}
