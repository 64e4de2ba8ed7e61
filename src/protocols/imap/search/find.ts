import { costOfReading, type Work } from '../../shared/work.ts'
import type { MessageRecord } from '../data/search/record.ts'
import type { SearchKey } from '../data/search/search-key.ts'
import { numberSet } from '../data/number-set.ts'
import { compileInSteps, costOf } from '../data/search/compile.ts'
import type { Selected } from '../server/session.ts'
import { messagesOf, type Numbered, type View } from '../view/view.ts'

/** A message as the search, sort and thread functions see it. */
const recordOf = (view: View, { number, mail }: Numbered): MessageRecord => ({
  seq: number,
  uid: mail.uid,
  flags: mail.flags,
  recent: view.recent.has(mail.uid),
  internalDate: mail.internalDate,
  ...(mail.zone !== undefined && { zone: mail.zone }),
  modSeq: mail.modSeq,
  bytes: mail.bytes,
  emailId: mail.emailId,
  threadId: mail.threadId,
})

/** What it costs to look at what the store knows of a message. */
const LOOK = 50

/** The messages for which the key holds, in order: those that are there as the search begins. */
export function* find({ view, now }: Selected, key: SearchKey): Work<MessageRecord[]> {
  const matches = compileInSteps(key, {
    now,
    saved: numberSet(view.saved()),
    largestUid: view.uids.at(-1) ?? 0,
    largestSeq: view.uids.length,
  })
  const reads = costOf(key) > 0
  const found: MessageRecord[] = []
  for (const message of messagesOf(view)) {
    const record = recordOf(view, message)
    if (yield* matches(record)) found.push(record)
    yield reads ? costOfReading(record.bytes) : LOOK
  }
  return found
}

/** Whether the key asks for mod-sequences, which switches CONDSTORE on (RFC 7162 §3.1.5). */
export function asksModSeq(key: SearchKey): boolean {
  switch (key.key) {
    case 'modseq':
      return true
    case 'not':
      return asksModSeq(key.inner)
    case 'or':
      return asksModSeq(key.left) || asksModSeq(key.right)
    case 'and':
      return key.keys.some(asksModSeq)
    default:
      return false
  }
}
