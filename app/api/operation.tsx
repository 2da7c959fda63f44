import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isWrite, type Operation, problemsOf } from '@/lib/domain/api'
import { inputSchema, outputSchema } from '@/lib/domain/api/schema'
import { typeText } from '@/lib/domain/api/type-text'

/** A request as it is typed into a shell. */
const curlOf = ({ method, path, scope, versioned, body, example }: Operation, site: string): string => {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${site}/api/v1${path.replace(/\{(\w+)\}/g, (_, name) => name.toUpperCase())}'`,
    ...(scope === null ? [] : [`-H 'Authorization: Bearer onrec_…'`]),
    ...(versioned ? [`-H 'If-Match: "v1"'`] : []),
    ...(body ? [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(example ?? {})}'`] : []),
  ]
  return lines.join(' \\\n  ')
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="mt-1">
      <summary className="py-1 text-small">{title}</summary>
      <pre className="mt-1 mb-2 overflow-x-auto bg-wash p-3 text-small leading-snug">{children}</pre>
    </details>
  )
}

/** One operation: what it is for, what it takes, what it answers, and how it is asked. */
export function OperationView({ id, operation, site }: { id: string; operation: Operation; site: string }) {
  const t = useTranslations('api')
  const { method, path, summary, scope, query, body, versioned, status, answer } = operation
  const needs = [
    scope === null ? t('open') : t('needs', { scope }),
    ...(versioned ? ['If-Match'] : []),
    ...(isWrite(operation) ? [t('mayRepeat')] : []),
  ]
  return (
    <section id={id} aria-labelledby={`${id}-at`} className="border-b border-rule py-3 last:border-b-0">
      <h3 id={`${id}-at`} className="text-base font-normal">
        <code className="font-semibold">{method}</code> <code className="break-all">{path}</code>
      </h3>
      <p className="max-w-[70ch]">{summary}</p>
      <p className="text-small text-muted">
        {needs.join(' · ')} · {t('answers', { status })}{' '}
        {t('refuses', { statuses: problemsOf(operation).join(', ') })}
      </p>
      {query ? (
        <dl className="mt-1 grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-4 text-small">
          {Object.entries(query).map(([name, means]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {body ? <Folded title={t('body')}>{typeText(inputSchema(body))}</Folded> : null}
      <Folded title={t('answer')}>{typeText(outputSchema(answer))}</Folded>
      <Folded title={t('curl')}>{curlOf(operation, site)}</Folded>
    </section>
  )
}
