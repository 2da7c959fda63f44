/** Names of collections. */

/** A name of a collection from that of a file: without dates, numbers and what a download adds. */
export const originOf = (fileName: string): string =>
  fileName
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/(?:\.[a-z0-9]{1,8})+$/i, '')
    .replaceAll('_', ' ')
    .replace(/\b[0-9a-f]{7,40}\b/gi, ' ')
    .replace(/\(\d+\)|\d{4}[-_]?\d\d[-_]?\d\d(?:T[\d:-]+)?|\b(?:copy|kopie|copie|final|new|v?\d+)\b/gi, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b[\dT]+\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 120)
