/** Reads a form from a page as a browser without JavaScript has it, to be filled in and sent. */

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return match ? decoded(match[1] ?? '') : null
}

/**
 * The fields of the form with this action, as they would be sent.
 * @param nth of several forms with one action
 * @throws where there is none on the page
 */
export const formOn = (html: string, action: string, nth = 0): Record<string, string[]> => {
  const forms = [...html.matchAll(/<form[^>]*>[^]*?<\/form>/g)].map(([form]) => form)
  const form = forms.filter((some) => attribute(some.slice(0, some.indexOf('>') + 1), 'action') === action)[
    nth
  ]
  if (!form) throw new Error(`The page has no form for ${action}.`)
  const fields: Record<string, string[]> = {}
  const add = (tag: string, value: string) => {
    const name = attribute(tag, 'name')
    if (name) (fields[name] ??= []).push(value)
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const ticked = !/type="(checkbox|radio)"/.test(tag) || /\schecked(=|\s|\/|>)/.test(tag)
    if (ticked) add(tag, attribute(tag, 'value') ?? '')
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)([^]*?)<\/textarea>/g))
    add(tag, decoded(text).replace(/^\n/, ''))
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)([^]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0]
    if (chosen) add(tag, attribute(chosen, 'value') ?? '')
  }
  return fields
}
