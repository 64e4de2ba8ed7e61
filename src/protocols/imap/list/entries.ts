import { byName } from '../../store/names.ts'
import { DELIMITER, type MailAccount, type MailboxEntry } from '../../store/store.ts'
import { joinReference, listMatcher } from '../data/list-match.ts'
import { readPattern, type NamePattern } from '../wire/mailbox-names.ts'

/** A line of LIST before it is written. */
export interface Listed {
  readonly name: string
  /** Absent for a name that is only subscribed to. */
  readonly entry: MailboxEntry | undefined
  readonly subscribed: boolean
  /** Mailboxes inside it that are chosen where it is not (`CHILDINFO`, RFC 5258 §3.5). */
  readonly childInfo: 'SUBSCRIBED' | undefined
}

/** Whether a name is meant by any of the patterns behind the reference, which are as they came. */
export function matcherOf(
  reference: NamePattern,
  patterns: readonly NamePattern[],
): (name: string) => boolean {
  const matchers = patterns.map(({ written, characters }) => {
    const joined = joinReference(reference.written, written, DELIMITER)
    return listMatcher(readPattern({ written: joined, characters }), DELIMITER)
  })
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
 * @param recursive Also names that match and have subscribed ones inside that do not match
 *   themselves, for which the client would not know of those (RFC 5258 §3.3, §3.5).
 * @param wanted What else a name must fulfil: for SPECIAL-USE beside SUBSCRIBED.
 */
export function subscribed(
  account: MailAccount,
  matches: (name: string) => boolean,
  recursive: 'recursive' | 'flat',
  wanted: (entry: MailboxEntry | undefined) => boolean = () => true,
): Listed[] {
  const entries = new Map(account.list().map((entry) => [entry.name, entry]))
  const names = account.subscriptions.filter((name) => wanted(entries.get(name)))
  const above = new Set(recursive === 'flat' ? [] : names.flatMap(parents))
  const chosen = names.filter(matches)
  const isChosen = new Set(chosen)
  const hidden = names.filter((name) => !matches(name)).flatMap(parents)
  const leading = new Set(recursive === 'flat' ? [] : hidden.filter(matches))
  const listed = (name: string): Listed => ({
    name,
    entry: entries.get(name),
    subscribed: account.subscriptions.includes(name),
    childInfo: above.has(name) ? 'SUBSCRIBED' : undefined,
  })
  return [...chosen, ...[...leading].filter((name) => !isChosen.has(name))]
    .map(listed)
    .toSorted((a, b) => byName(a.name, b.name))
}

/** `a/b/c` has `a` and `a/b`. */
export function parents(name: string): string[] {
  const parts = name.split(DELIMITER)
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(DELIMITER))
}
