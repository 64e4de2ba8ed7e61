import type { MessageRecord } from '../search/record.ts'
import { sentDate, subjectOf } from '../sort-values.ts'
import { sortMessages } from '../sort.ts'
import type { Thread } from './thread.ts'

/**
 * Threads by subject alone (RFC 5256 §3, ORDEREDSUBJECT): the first message of a subject is the parent
 * of all others; there are no grandchildren.
 */
export function orderedSubject(messages: readonly MessageRecord[]): Thread[] {
  const sorted = sortMessages(messages, [
    { key: 'subject', reverse: false },
    { key: 'date', reverse: false },
  ])
  const groups = new Map<string, MessageRecord[]>()
  for (const message of sorted) {
    const { base } = subjectOf(message.bytes)
    const group = groups.get(base)
    if (group) group.push(message)
    else groups.set(base, [message])
  }
  return [...groups.values()].sort(([a], [b]) => byDate(a!, b!)).map(asThread)
}

const byDate = (a: MessageRecord, b: MessageRecord): number =>
  sentDate(a) - sentDate(b) || a.seq - b.seq

const leaf = (message: MessageRecord): Thread => ({ message, children: [] })

const asThread = ([first, ...others]: readonly MessageRecord[]): Thread => ({
  message: first!,
  children: others.map(leaf),
})
