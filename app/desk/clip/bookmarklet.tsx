const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * The bookmark as a link that can be dragged. React writes no address that runs, with reason; this one is our own, is
 * made on the server, and does nothing here, where the policy of the site forbids it.
 */
export function Bookmarklet({ code, label }: { code: string; label: string }) {
  const html = `<a class="button" href="${escaped(code)}">${escaped(label)}</a>`
  return <p dangerouslySetInnerHTML={{ __html: html }} />
}
