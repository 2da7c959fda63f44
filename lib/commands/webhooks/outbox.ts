/** What is to be told to others is written with the change itself: a kill between the two loses nothing. */
import { newId } from '../../domain/ids'
import { WEBHOOK_SUBJECTS } from '../../domain/input/api'
import type { Context } from '../command'

interface Told {
  id: string
  kind: string
  subjectKind: string
  shelf: string
}

/** Subjects whose going is told as well, where readers had seen them; what they were is not. */
const GO: readonly string[] = ['claim', 'speaker', 'source']

/** Whether readers see an event, or see that what they knew is gone. */
const isForReaders = ({ subjectKind, shelf }: Told): boolean =>
  (WEBHOOK_SUBJECTS as readonly string[]).includes(subjectKind) &&
  (shelf === 'public' || (shelf === 'closed' && GO.includes(subjectKind)))

/** Queues an event for every address that wants to be told of its kind, in the transaction that wrote it. */
export const queueDeliveries = async ({ tx, at }: Context, event: Told): Promise<void> => {
  if (!isForReaders(event)) return
  const hooks = await tx.webhook.findMany({
    where: { state: 'active' },
    select: { id: true, subjects: true },
  })
  const wanting = hooks.filter(({ subjects }) =>
    (JSON.parse(subjects) as string[]).includes(event.subjectKind),
  )
  if (wanting.length === 0) return
  await tx.delivery.createMany({
    data: wanting.map((hook) => ({
      id: newId(),
      webhookId: hook.id,
      eventId: event.id,
      kind: event.kind,
      nextAt: at,
      createdAt: at,
    })),
  })
}
