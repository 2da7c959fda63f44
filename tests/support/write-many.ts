/** A process of its own that writes rows 0…n-1 under its name: alternately alone and in transactions that first read. */
import { openDatabase } from '../../lib/db/client'

const [, , url, name, n] = process.argv
const db = openDatabase(url)
await Promise.all(
  Array.from({ length: Number(n) }, async (_, i) => {
    const row = { data: { key: `${name} ${i}`, value: '' } }
    if (i % 2 === 0) await db.writer.setting.create(row)
    else
      await db.write(async (tx) => {
        await tx.setting.count()
        await tx.setting.create(row)
      })
  }),
)
await db.close()
