import { numberSet, printNumbers } from '../data/number-set.ts'
import { newKeywords } from '../responses/flags.ts'
import { isRev2, uidInFlagReports } from '../server/modes.ts'
import type { Output } from '../server/output.ts'
import type { Selected } from '../server/session.ts'
import { messagesOf, type Numbered, type View } from './view.ts'

export interface ChangeReport {
  readonly session: Selected
  readonly untagged: Output
}

/**
 * Reports to a client what changed in its mailbox since the last report: expunged messages, new
 * messages, changed flags (RFC 9051 §5.2, §7.4.1, §7.5.1).
 * @param expunges `held` where message numbers must stay valid.
 */
export function reportChanges(session: Selected, expunges: 'reported' | 'held'): ChangeReport {
  const { mailbox, changesReported, expungesReported } = session.view
  const now = mailbox.highestModSeq
  const isReported = changesReported === now && (expunges === 'held' || expungesReported === now)
  if (isReported) return { session, untagged: [] }
  const gone = expunges === 'reported' ? reportExpunges(session) : { session, untagged: [] }
  const changed = changesReported === now ? [] : reportFlags(gone.session)
  const come =
    changesReported === now ? { session: gone.session, untagged: [] } : reportArrivals(gone.session)
  const { view } = come.session
  return {
    session: {
      ...come.session,
      view: { ...view, changesReported: now, keywords: mailbox.keywords },
    },
    untagged: [...gone.untagged, ...come.untagged, ...changed],
  }
}

function reportExpunges(session: Selected): ChangeReport {
  const { view } = session
  const expungesReported = view.mailbox.highestModSeq
  const stay = new Set(view.mailbox.messages.map(({ uid }) => uid))
  const gone = view.uids.filter((uid) => !stay.has(uid))
  if (gone.length === 0)
    return { session: { ...session, view: { ...view, expungesReported } }, untagged: [] }
  return {
    session: { ...session, view: { ...withoutUids(view, new Set(gone)), expungesReported } },
    untagged: expungeLines(session, gone),
  }
}

/** `* n EXPUNGE` for each, or `* VANISHED` once QRESYNC is on (RFC 7162 §3.2.10). */
export function expungeLines({ view, enabled }: Selected, gone: readonly number[]): Output {
  if (gone.length === 0) return []
  if (enabled.has('QRESYNC')) return [`* VANISHED ${printNumbers(numberSet(gone))}\r\n`]
  const went = new Set(gone)
  const lines: string[] = []
  for (const [index, uid] of view.uids.entries())
    // The numbers do not count the messages that are expunged before.
    if (went.has(uid)) lines.push(`* ${index + 1 - lines.length} EXPUNGE\r\n`)
  return lines
}

export const withoutUids = (view: View, gone: ReadonlySet<number>): View => ({
  ...view,
  uids: view.uids.filter((uid) => !gone.has(uid)),
  recent: new Set([...view.recent].filter((uid) => !gone.has(uid))),
})

function reportArrivals(session: Selected): ChangeReport {
  const { view } = session
  const last = view.uids.at(-1) ?? 0
  const fresh = view.mailbox.messages.filter(({ uid }) => uid > last).map(({ uid }) => uid)
  if (fresh.length === 0) return { session, untagged: [] }
  const recentFrom =
    view.access === 'read-write' ? view.mailbox.claimRecent() : view.mailbox.recentFrom
  const next: View = {
    ...view,
    uids: [...view.uids, ...fresh],
    recent: new Set([...view.recent, ...fresh.filter((uid) => uid >= recentFrom)]),
  }
  return { session: { ...session, view: next }, untagged: countLines({ ...session, view: next }) }
}

/** `* n EXISTS`, and `* n RECENT`, which IMAP4rev2 lacks (RFC 9051 appendix E). */
export const countLines = ({ view, enabled }: Selected): string[] => [
  `* ${view.uids.length} EXISTS\r\n`,
  ...(isRev2(enabled) ? [] : [`* ${view.recent.size} RECENT\r\n`]),
]

function reportFlags(session: Selected): Output {
  const { view } = session
  const changed = messagesOf(view).filter(({ mail }) => mail.modSeq > view.changesReported)
  return [
    ...newKeywords(session),
    ...changed.map((message) => fetchFlags(session, message, uidInFlagReports(session.enabled))),
  ]
}

/** `* n FETCH (FLAGS …)`: an unsolicited report, or the answer to STORE. */
export function fetchFlags(
  { view, enabled }: Selected,
  { number, mail }: Numbered,
  uid: 'uid' | 'noUid',
): string {
  const recent = view.recent.has(mail.uid) && !isRev2(enabled) ? ['\\Recent'] : []
  const items = [
    ...(uid === 'uid' ? [`UID ${mail.uid}`] : []),
    `FLAGS (${[...mail.flags, ...recent].join(' ')})`,
    ...(enabled.has('CONDSTORE') ? [`MODSEQ (${mail.modSeq})`] : []),
  ]
  return `* ${number} FETCH (${items.join(' ')})\r\n`
}
