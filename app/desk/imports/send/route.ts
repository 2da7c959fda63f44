import { type NextRequest, NextResponse } from 'next/server'
import { saveDraft } from '@/lib/commands/drafts'
import { mayImport, receiveFile } from '@/lib/commands/imports/files'
import { savedMapping } from '@/lib/queries/imports'
import { getDatabase } from '@/lib/web/database'
import { seeOther } from '@/lib/web/forms'
import { readUpload } from '@/lib/web/forms-upload'
import { foreign, sameOrigin } from '@/lib/web/origin'
import { signedIn } from '@/lib/web/session'

const pasted = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8')
}

/** Takes a file, or a text that was pasted. Nothing is read of what somebody sends who may not import. */
export const POST = async (request: NextRequest): Promise<Response> => {
  if (!sameOrigin(request)) return foreign()
  const actor = (await signedIn(request.headers))?.viewer
  if (!actor) return seeOther('/sign-in?next=%2Fdesk%2Fimports')
  const db = getDatabase()
  const refused = async (refusal: Parameters<typeof saveDraft>[2]['refusal']) => {
    const { id } = await saveDraft(db, actor, { kind: 'import.send', title: 'import', form: {}, refusal })
    return seeOther(`/desk/imports?draft=${id}`)
  }
  if (!mayImport(actor))
    return refused({ code: 'forbidden', sentence: 'Importing is for editors and above.' })
  const upload = await readUpload(request)
  if (!upload) return new NextResponse('This is not a form that can be read here.\n', { status: 400 })
  const { fields, file, cut } = upload
  // Cut, it would be imported in part, and nobody would see it.
  if (cut)
    return refused({
      code: 'invalid',
      field: 'text',
      sentence: 'A pasted text may have up to 10 MB; save this one as a file, and send that.',
    })
  const text = fields.text?.trim()
  if (!file && !text)
    return refused({
      code: 'invalid',
      field: 'file',
      sentence: 'Choose a file, or paste what is to be imported.',
    })
  const saved = fields.mapping ? await savedMapping(db, actor, fields.mapping) : null
  const given = file ?? { name: 'pasted text', bytes: pasted(text ?? '') }
  const received = await receiveFile(db, actor, { name: given.name, bytes: given.bytes, saved })
  if (!received.ok) await file?.drain()
  return received.ok ? seeOther(`/desk/imports/${received.value.id}`) : refused(received.refusal)
}
