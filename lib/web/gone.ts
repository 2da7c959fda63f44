/** The header by which the proxy tells the page for what is gone why it is; readers cannot send it. */
export const GONE_HEADER = 'x-on-record-gone'
