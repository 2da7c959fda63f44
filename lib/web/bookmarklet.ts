/** A bookmark that sends what is selected on a page to the form of a claim. It reads the page that one is on, and nothing else. */

/** Letters of a selection that an address carries; longer ones are cut by servers. */
const MOST = 1_200

/** @param site the address of this site, without a slash at the end */
export const bookmarkletFor = (site: string): string => {
  const page = JSON.stringify(`${site}/desk/claims/new?`)
  const code = [
    '(()=>{',
    `const text=String(getSelection()).trim().slice(0,${MOST});`,
    "const url=(document.querySelector('link[rel=canonical]')||location).href;",
    `open(${page}+new URLSearchParams({text,title:document.title.slice(0,300),url}))`,
    '})()',
  ].join('')
  return `javascript:${encodeURIComponent(code)}`
}
