/** Mail, where it is configured: SMTP_URL, MAIL_FROM and SITE_URL. Everything that is mailed can be copied as well. */
import 'server-only'
import { getTranslations } from 'next-intl/server'
import { createTransport } from 'nodemailer'
import type { LinkPurpose } from '../domain/input/account'
import { logError } from './log/errors'

const config = () => {
  const { SMTP_URL, MAIL_FROM, SITE_URL } = process.env
  return SMTP_URL && MAIL_FROM && SITE_URL ? { url: SMTP_URL, from: MAIL_FROM, site: SITE_URL } : null
}

/**
 * Whether links can be mailed. SITE_URL is needed too: an address taken from a request is its sender's word, and a
 * link to it would carry the secret to whoever wrote it.
 */
export const canMail = (): boolean => config() !== null

/** Mails a link. @returns whether the server took it; a failure is logged without the link */
export const mailLink = async (
  to: string,
  { purpose, token }: { purpose: LinkPurpose; token: string },
): Promise<boolean> => {
  const settings = config()
  if (!settings) return false
  const t = await getTranslations('people')
  const address = `${settings.site.replace(/\/+$/, '')}/${purpose}/${token}`
  try {
    await createTransport(settings.url).sendMail({
      from: settings.from,
      to,
      subject: t(`mail_${purpose}_subject`),
      text: `${t(`mail_${purpose}_text`)}\n\n${address}\n\n${t(`mail_${purpose}_end`)}\n`,
    })
    return true
  } catch (error) {
    logError(error, {}, 'a link could not be mailed')
    return false
  }
}
