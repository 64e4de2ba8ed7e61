import { DELIMITER, type MailAccount, type MailboxEntry } from '../../store/store.ts'
import { joinReference, listMatcher } from '../data/list-match.ts'

/** A line of LIST before it is written. */
export interface Listed {
  readonly name: string
  /** Absent for a name that is only subscribed to. */
  readonly entry: MailboxEntry | undefined
  readonly subscribed: boolean
  /** Mailboxes inside it that are chosen where it is not (`CHILDINFO`, RFC 5258 §3.5). */
  readonly childInfo: 'SUBSCRIBED' | undefined
}

/** Whether a name is meant by any of the patterns behind the reference. */
export function matcherOf(
  reference: string,
  patterns: readonly string[],
): (name: string) => boolean {
  const matchers = patterns.map((pattern) =>
    listMatcher(joinReference(reference, pattern, DELIMITER), DELIMITER),
  )
  return (name) => matchers.some((matches) => matches(name))
}

/** Every mailbox, and every name that only leads to some. */
export const existing = (account: MailAccount, matches: (name: string) => boolean): Listed[] =>
  account
    .list()
    .filter(({ name }) => matches(name))
    .map((entry) => ({
      name: entry.name,
      entry,
      subscribed: entry.subscribed,
      childInfo: undefined,
    }))

/**
 * Names that are subscribed to, whether they exist or not.
 * @param recursive Also names that match and have subscribed ones inside (RFC 5258 §3.5).
 */
export function subscribed(
  account: MailAccount,
  matches: (name: string) => boolean,
  recursive: 'recursive' | 'flat',
): Listed[] {
  const entries = new Map(account.list().map((entry) => [entry.name, entry]))
  const names = account.subscriptions
  const chosen = names.filter(matches).map((name): Listed => ({
    name,
    entry: entries.get(name),
    subscribed: true,
    childInfo: undefined,
  }))
  if (recursive === 'flat') return chosen
  const above = new Set(names.flatMap(parents).filter(matches))
  const known = new Set(names)
  return [
    ...chosen.map((listed): Listed =>
      above.has(listed.name) ? { ...listed, childInfo: 'SUBSCRIBED' } : listed,
    ),
    ...[...above]
      .filter((name) => !known.has(name))
      .map((name): Listed => ({
        ...{ name, entry: entries.get(name), subscribed: false, childInfo: 'SUBSCRIBED' },
      })),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** `a/b/c` has `a` and `a/b`. */
export function parents(name: string): string[] {
  const parts = name.split(DELIMITER)
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(DELIMITER))
}
