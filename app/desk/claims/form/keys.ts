import type { KeyboardEvent } from 'react'

/**
 * Enter moves on to the next field, as on a paper form; in a text of several lines it is a line. With Ctrl it sends
 * the form by its main button.
 */
export const moveOn = (event: KeyboardEvent<HTMLFormElement>): void => {
  if (event.defaultPrevented) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    event.currentTarget.querySelector<HTMLButtonElement>('button[data-main]')?.click()
    return
  }
  const at = event.target
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (!(at instanceof HTMLInputElement || at instanceof HTMLSelectElement)) return
  if (at.getAttribute('aria-expanded') === 'true' && at.getAttribute('aria-activedescendant')) return
  event.preventDefault()
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(
      'input:not([type=hidden]), select, textarea, button.button',
    ),
  ].filter((field) => field.tabIndex >= 0 && field.offsetParent !== null)
  fields[fields.indexOf(at) + 1]?.focus()
}
