/** Tables of any size, for imports that must not hold them whole. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const MB = 1024 * 1024
const REMARK = 'A remark that says nothing in particular about the claim. '

/**
 * Writes a table of claims.
 * @param megabytes its size
 * @param remarks how often each row repeats its remark of 58 letters; 35 of them make rows of two kilobytes
 * @returns the number of its rows
 */
export const writeLargeTable = async (path: string, megabytes: number, remarks: number): Promise<number> => {
  const file = createWriteStream(path)
  file.write('id,claim,speaker,date,topic,url,verdict,checker,remark column\n')
  let size = 0
  let rows = 0
  for (; size < megabytes * MB; rows++) {
    const row = `${rows},Claim number ${rows} is so.,Speaker ${rows % 5_000},2024-03-01,Topic ${rows % 40},https://news.example.org/${rows % 20_000},False,Checkers,"${REMARK.repeat(remarks)}"\n`
    size += row.length
    if (!file.write(row)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
  return rows
}
