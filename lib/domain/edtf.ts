/** Dates with their precision: EDTF (ISO 8601-2) levels 0 and 1, as text and as bounds in whole days. */
export { UNKNOWN_DAY, type EdtfDate, parseEdtf } from './edtf/parse'
export { formatEdtf, type DateWords, ENGLISH_DATES, machineDate } from './edtf/format'
export { readDate } from './edtf/read'
