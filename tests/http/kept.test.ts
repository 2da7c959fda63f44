/** Pages that the server keeps for readers, while another process writes to its database. */
import { expect, inject, it } from 'vitest'
import { openDatabase } from '../../lib/db/client'

it('shows what another process wrote, on the next page that is asked for', async () => {
  const db = openDatabase(inject('siteDatabase'))
  try {
    const topic = await db.reader.topic.findFirstOrThrow({ where: { shelf: 'public' } })
    const shown = async () => (await fetch(`${inject('site')}/topics/${topic.slug}`)).text()
    const change = (description: string | null) =>
      db.write((tx) => tx.topic.update({ where: { id: topic.id }, data: { description } }))
    for (const text of ['The first xyzzy.', 'The second xyzzy.']) {
      await change(text)
      expect(await shown()).toContain(text)
      expect(await shown()).toContain(text)
    }
    await change(topic.description)
    expect(await shown()).not.toContain('xyzzy')
  } finally {
    await db.close()
  }
})
