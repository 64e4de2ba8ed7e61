import { MAILBOX_DEPTH, MAILBOX_NAME } from './limits.ts'
import { DELIMITER } from './store.ts'

export const INBOX = 'INBOX'

/**
 * The name as the store keeps it: INBOX in capitals, also as a parent (RFC 9051 §5.1), and no
 * delimiter at the end, which only announces children (§6.3.4).
 * @returns `undefined` if the text cannot be a name.
 */
export function mailboxName(typed: string): string | undefined {
  const name = typed.endsWith(DELIMITER) ? typed.slice(0, -1) : typed
  if (name.length > MAILBOX_NAME || /\p{Cc}|\p{Cs}/u.test(name)) return undefined
  const [first = '', ...rest] = name.split(DELIMITER)
  if (rest.length >= MAILBOX_DEPTH || first === '' || rest.includes('')) return undefined
  return [first.toUpperCase() === INBOX ? INBOX : first, ...rest].join(DELIMITER)
}

/** The names above it: `a/b/c` has `a` and `a/b`. */
export function parentsOf(name: string): string[] {
  const parts = name.split(DELIMITER)
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(DELIMITER))
}

export const isInside = (name: string, parent: string): boolean =>
  name.startsWith(parent + DELIMITER)

/** Sorts INBOX and its children first, the rest by code units, a parent before its children. */
export function byName(a: string, b: string): number {
  if (isInbox(a) !== isInbox(b)) return isInbox(a) ? -1 : 1
  const [left, right] = [sortKey(a), sortKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const isInbox = (name: string): boolean => name === INBOX || isInside(name, INBOX)

/** The delimiter sorts before everything else. */
const sortKey = (name: string): string => name.replaceAll(DELIMITER, '\0')
