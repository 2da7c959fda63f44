/** Dates with their precision: EDTF (ISO 8601-2) levels 0 and 1, as text and as bounds in whole days. */

export { UNKNOWN_DAY } from './edtf/days'
export { type DateWords, ENGLISH_DATES, formatEdtf, machineDate } from './edtf/format'
export { type EdtfDate, parseEdtf } from './edtf/parse'
export { readDate } from './edtf/read'
