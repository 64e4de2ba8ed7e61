import type { Update } from './session.ts'

/**
 * The work of the UPDATE state (RFC 1939 §6): what was marked is deleted, and what was fetched whole
 * counts as seen. Once it is answered, the lock is given back and the connection closed.
 */
export function update(session: Update): { readonly deleted: number; readonly left: number } {
  const { maildrop, retrieved, host } = session
  const { mailbox, messages } = maildrop
  const goes = new Set(session.deleted)
  if (host.keeps === 'until-retrieved') for (const number of retrieved) goes.add(number)
  const uidsOf = (numbers: ReadonlySet<number>): number[] =>
    [...numbers].map((number) => messages[number - 1]!.uid)
  mailbox.store(uidsOf(retrieved), { mode: 'add', flags: ['\\Seen'] })
  mailbox.expunge(uidsOf(goes))
  return { deleted: goes.size, left: messages.length - goes.size }
}
