import type { Mailbox, UidPair } from '../../store/store.ts'
import { writeInOrder } from '../wire/sets.ts'

/** `COPYUID`: which UID each message has now (RFC 4315 §3); nothing where none was copied. */
export function copyUid(target: Mailbox, pairs: readonly UidPair[]): { readonly code?: string } {
  if (pairs.length === 0) return {}
  const from = writeInOrder(pairs.map((pair) => pair.from))
  const to = writeInOrder(pairs.map((pair) => pair.to))
  return { code: `COPYUID ${target.uidValidity} ${from} ${to}` }
}

/** `APPENDUID`: the UIDs that new messages have got. */
export const appendUid = (target: Mailbox, uids: readonly number[]): string =>
  `APPENDUID ${target.uidValidity} ${writeInOrder(uids)}`
