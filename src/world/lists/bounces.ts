import { parseDsn } from '../../message/dsn/read.ts'
import { parseMessage } from '../../message/parse.ts'
import { listStateOf } from '../host-state.ts'
import type { MailingListSpec } from '../spec.ts'
import { decideList, type ListContext } from './decide.ts'

const BOUNCE_LIMIT = 5

/** A copy of a post came back: its address names the member, so no text need be understood. */
export function noteBounce(
  context: ListContext,
  list: MailingListSpec,
  member: string,
  message: Uint8Array,
): void {
  const { net, host } = context
  const { dsn } = parseDsn(parseMessage(message))
  if (dsn?.recipients.every(({ action }) => action !== 'failed')) {
    const reason = `The report says that nothing is lost yet, so ${list.address} counts nothing.`
    return decideList(context, 'noted', member, reason)
  }
  const { bounces, gone } = listStateOf(net.stateOf(host.name), list.address)
  const count = (bounces.get(member) ?? 0) + 1
  bounces.set(member, count)
  const limit = list.bounceLimit ?? BOUNCE_LIMIT
  if (count >= limit) gone.add(member)
  const isOver = count >= limit
  decideList(
    context,
    isOver ? 'dropped' : 'noted',
    member,
    isOver
      ? `${count} posts came back, so ${list.address} sends it no more.`
      : `A post came back, ${count} of ${limit} that ${list.address} puts up with.`,
  )
}
