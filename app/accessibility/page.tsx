import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('accessibility'))('title'),
})

const MET = ['met1', 'met2', 'met3', 'met4', 'met5', 'met6'] as const
const NOT = ['not1', 'not2', 'not3'] as const

function Points({ children }: { children: string[] }) {
  return (
    <ul className="max-w-[70ch] list-disc space-y-1 ps-5 text-body">
      {children.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}

/** The statement on accessibility: what is met, what is not, and how to report (docs/accessibility.md has it in full). */
export default async function Accessibility() {
  const t = await getTranslations('accessibility')
  const link = (words: ReactNode) => <Link href="/report?about=/accessibility">{words}</Link>
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="max-w-[70ch] text-body">{t('intro')}</p>
      <Section title={t('metTitle')}>
        <Points>{MET.map((key) => t(key))}</Points>
      </Section>
      <Section title={t('notTitle')}>
        <Points>{NOT.map((key) => t(key))}</Points>
      </Section>
      <Section title={t('reportTitle')}>
        <p className="max-w-[70ch] text-body">{t.rich('report', { link })}</p>
      </Section>
    </>
  )
}
