import type { Transaction } from './session.ts'

/**
 * The UPDATE state (RFC 1939 §6): what was marked is deleted, what was fetched whole counts as
 * seen, and the lock is given back. The session is over when this returns.
 */
export function update(session: Transaction): { readonly deleted: number; readonly left: number } {
  const { maildrop, retrieved, host } = session
  const { mailbox, messages } = maildrop
  const goes = new Set(session.deleted)
  if (host.keeps === 'until-retrieved') for (const number of retrieved) goes.add(number)
  const uidsOf = (numbers: ReadonlySet<number>): number[] =>
    [...numbers].map((number) => messages[number - 1]!.uid)
  mailbox.store(uidsOf(retrieved), { mode: 'add', flags: ['\\Seen'] })
  mailbox.expunge(uidsOf(goes))
  session.unlock()
  return { deleted: goes.size, left: messages.length - goes.size }
}
