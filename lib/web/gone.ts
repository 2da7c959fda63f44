/**
 * The pages that the proxy answers with itself, because a page of the framework cannot choose its status code: of
 * something that was withdrawn or hidden (410), and of a database that is away (503). They are plain HTML, with the
 * site's colours and no script.
 */
import { CATALOGUES } from './catalogues'
import { LANGUAGES, type LanguageCode } from './languages'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)

/** The colours of app/globals.css. */
const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1b19;--rule:#dcd7cc;--link:#1f4e79}
@media(prefers-color-scheme:dark){:root{--paper:#161513;--ink:#ece8df;--rule:#37342f;--link:#8fbce6}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
header{border-bottom:1px solid var(--rule);padding:.75rem 1.5rem}
header a{font:500 1.25rem Georgia,serif;color:inherit;text-decoration:none}
main{max-width:60ch;padding:1.75rem 1.5rem}
h1{font:500 1.875rem/1.25 Georgia,serif;margin:0 0 1rem}
p{margin:0 0 1rem;white-space:pre-line}
a{color:var(--link)}`

interface Said {
  title: string
  text: string
  link: { href: string; text: string }
}

const plainPage = ({ title, text, link }: Said, nonce: string, language: LanguageCode): string => {
  const { name } = CATALOGUES[language].shell
  return `<!doctype html>
<html lang="${language}" dir="${LANGUAGES[language].direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(name)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header><a href="/">${escaped(name)}</a></header>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>
</main>
</body>
</html>
`
}

/**
 * @param reason what readers are told of why it is gone; null where nothing was said
 * @param nonce of the answer's content security policy
 */
export const gonePage = (reason: string | null, nonce: string, language: LanguageCode): string => {
  const { goneTitle, goneText, goneReason, notFoundClaims } = CATALOGUES[language].shell
  const text = reason ? goneReason.replace('{reason}', () => reason) : goneText
  return plainPage(
    { title: goneTitle, text, link: { href: '/claims', text: notFoundClaims } },
    nonce,
    language,
  )
}

/** @param path where the same page may be asked for again */
export const awayPage = (path: string, nonce: string, language: LanguageCode): string => {
  const { awayTitle, awayText, awayAgain } = CATALOGUES[language].shell
  const said = { title: awayTitle, text: awayText, link: { href: path, text: awayAgain } }
  return plainPage(said, nonce, language)
}
