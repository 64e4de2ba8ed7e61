import { STEP } from '../../shared/feed.ts'
import { bad, no, ok, type Answer, type Tools } from '../server/command.ts'
import type { Naming } from '../server/both-forms.ts'
import { holds } from '../data/number-set.ts'
import { personalityOf } from '../personalities/index.ts'
import { choose, uidsOf } from '../view/message-sets.ts'
import { uidInFlagReports } from '../server/modes.ts'
import type { Output } from '../server/output.ts'
import { vanishedEarlier } from '../view/resync.ts'
import type { Selected } from '../server/session.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { fetchFlags, reportChanges } from '../view/changes.ts'
import { numberOf, type Numbered } from '../view/view.ts'
import type { MessageSet } from '../wire/sets.ts'
import { isUndecodable } from './binary.ts'
import type { FetchItem } from './items.ts'
import type { FetchModifiers } from './modifiers.ts'
import { fetchedValue } from './values.ts'

export interface FetchRequest {
  readonly set: MessageSet
  readonly items: readonly FetchItem[]
  readonly modifiers: FetchModifiers | undefined
  readonly by: Naming
}

/** Answers FETCH and UID FETCH (RFC 9051 §6.4.5, §6.4.9; RFC 7162 §3.1.4, §3.2.6). */
export function runFetch(session: Selected, request: FetchRequest, tools: Tools): Answer {
  const { responses, command } = tools
  const { set, modifiers, by } = request
  const chosen = choose(session.view, set, by)
  if (!chosen.ok) return bad(session, responses.badMessageSet({ command, because: chosen.because }))
  if (modifiers?.vanished === 'asked' && (by === 'number' || !session.enabled.has('QRESYNC'))) {
    const enabled = session.enabled.has('QRESYNC') ? 'yes' : 'no'
    return bad(session, responses.vanishedElsewhere({ command, enabled }))
  }
  const items = itemsOf(request)
  if (asksUnknownEncoding(session, chosen.uids, items))
    return no(session, responses.unknownEncoding({}), { code: 'UNKNOWN-CTE' })
  const aware = asksModSeq(request) ? switchCondstoreOn(session, tools) : { session, untagged: [] }
  const ready = markSeen(aware.session, chosen.uids, items)
  const found = present(ready.session, chosen.uids, modifiers)
  const lineOf = (message: Numbered): Output => fetchLine(ready.session, message, items, ready.seen)
  const { now, later } = fetchLines(found.messages, lineOf)
  const sent = {
    untagged: [...aware.untagged, ...ready.untagged, ...vanished(ready.session, request), ...now],
    ...(later && { stream: later }),
  }
  return found.missing === 0
    ? ok(ready.session, responses.done({ command }), sent)
    : // RFC 2180 §4.1.2: the messages that exist are sent, and NO reports that others are gone.
      no(ready.session, responses.messagesGone({}), { ...sent, code: 'EXPUNGEISSUED' })
}

/** The lines of all messages at once; if there is much to send, as the client takes them. */
function fetchLines(
  messages: readonly Numbered[],
  lineOf: (message: Numbered) => Output,
): { readonly now: Output; readonly later?: Iterable<Output[number]> } {
  const now: (string | Uint8Array)[] = []
  let octets = 0
  for (const [at, message] of messages.entries()) {
    if (octets >= STEP.octets) return { now: [], later: linesOf(now, messages.slice(at), lineOf) }
    for (const piece of lineOf(message)) {
      now.push(piece)
      octets += piece.length
    }
  }
  // One long message is sent in parts as well.
  return octets >= STEP.octets ? { now: [], later: now } : { now }
}

function* linesOf(
  made: Output,
  messages: readonly Numbered[],
  lineOf: (message: Numbered) => Output,
): Generator<Output[number]> {
  yield* made
  for (const message of messages) yield* lineOf(message)
}

/** A part whose encoding is unknown fails the whole command (RFC 3516 §4.3). */
const asksUnknownEncoding = (
  { view }: Selected,
  uids: readonly number[],
  items: readonly FetchItem[],
): boolean =>
  items.some(
    (item) =>
      (item.item === 'BINARY' || item.item === 'BINARY.SIZE') &&
      uids.some((uid) => isUndecodable(view.mailbox.find(uid)?.bytes, item)),
  )

const asksModSeq = ({ items, modifiers }: FetchRequest): boolean =>
  modifiers !== undefined || items.some(({ item }) => item === 'MODSEQ')

/** UID FETCH adds the UID, CHANGEDSINCE the mod-sequence; each item comes once. */
function itemsOf({ items, by, modifiers }: FetchRequest): readonly FetchItem[] {
  const named = new Set(items.map(({ item }) => item))
  return [
    ...(by === 'uid' && !named.has('UID') ? [{ item: 'UID' } as const] : []),
    ...items,
    ...(modifiers && !named.has('MODSEQ') ? [{ item: 'MODSEQ' } as const] : []),
  ]
}

interface Ready {
  readonly session: Selected
  readonly untagged: Output
  /** Messages that this command made `\Seen`: the response has their flags. */
  readonly seen: ReadonlySet<number>
}

/** Reading a text sets `\Seen`, except with PEEK (§6.4.5). */
function markSeen(session: Selected, uids: readonly number[], items: readonly FetchItem[]): Ready {
  const sets = items.some((item) => 'seen' in item && item.seen === 'sets')
  if (!sets || session.view.access === 'read-only')
    return { session, untagged: [], seen: new Set() }
  // Reports the changes of other sessions first; its own follow in the FETCH responses.
  const report = reportChanges(session, 'held')
  const { mailbox } = report.session.view
  const stored = mailbox.store(uids, { mode: 'add', flags: ['\\Seen'] })
  const view = { ...report.session.view, changesReported: mailbox.highestModSeq }
  return {
    session: { ...report.session, view },
    untagged: report.untagged,
    seen: new Set(stored.ok ? stored.changed : []),
  }
}

function present(
  { view }: Selected,
  uids: readonly number[],
  modifiers: FetchModifiers | undefined,
): { readonly messages: Numbered[]; readonly missing: number } {
  const messages: Numbered[] = []
  let missing = 0
  for (const uid of uids) {
    const mail = view.mailbox.find(uid)
    if (!mail) missing++
    else if (!modifiers || mail.modSeq > modifiers.changedSince)
      messages.push({ number: numberOf(view, uid), mail })
  }
  return { messages, missing }
}

/** Of the UIDs in the set, those expunged since then, known to the client or not. */
function vanished({ view }: Selected, { set, modifiers }: FetchRequest): Output {
  if (modifiers?.vanished !== 'asked') return []
  const asked = uidsOf(view, set)
  return vanishedEarlier(
    view.mailbox.vanishedSince(modifiers.changedSince).filter((uid) => holds(asked, uid)),
  )
}

function fetchLine(
  session: Selected,
  message: Numbered,
  items: readonly FetchItem[],
  seen: ReadonlySet<number>,
): Output {
  const { number, mail } = message
  const out: (string | Uint8Array)[] = [`* ${number} FETCH (`]
  const flags = seen.has(mail.uid) ? seenFlags(session, message, items) : ''
  const { policies } = personalityOf(session.host)
  if (flags && policies.seenFlags === 'first') out.push(`${flags} `)
  for (const [at, item] of items.entries()) {
    if (at > 0) out.push(' ')
    for (const piece of fetchedValue(session, mail, item)) out.push(piece)
  }
  if (flags && policies.seenFlags === 'last') out.push(` ${flags}`)
  out.push(')\r\n')
  return out
}

/** The flags of a message that was made `\\Seen`; empty where the client asked for them anyway. */
function seenFlags(session: Selected, message: Numbered, items: readonly FetchItem[]): string {
  const isAsked = (name: FetchItem['item']): boolean => items.some(({ item }) => item === name)
  if (isAsked('FLAGS')) return ''
  const namesUid = isAsked('UID') ? 'noUid' : uidInFlagReports(session.enabled)
  return flagsWithin(session, message, namesUid, isAsked('MODSEQ') ? 'noModSeq' : 'modSeq')
}

/** `FLAGS (…)`, with the mod-sequence once CONDSTORE is on, unless an item has it already. */
function flagsWithin(
  session: Selected,
  message: Numbered,
  uid: 'uid' | 'noUid',
  modSeq: 'modSeq' | 'noModSeq',
): string {
  const items = fetchFlags(session, message, uid).replace(/^\* \d+ FETCH \((.*)\)\r\n$/, '$1')
  return modSeq === 'modSeq' ? items : items.replace(/ MODSEQ \(\d+\)$/, '')
}
