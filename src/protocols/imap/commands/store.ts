import { numberSet, printNumbers } from '../data/number-set.ts'
import { defineBothForms, type Naming } from '../server/both-forms.ts'
import { bad, no, ok, type Answer, type Tools } from '../server/command.ts'
import { newKeywords } from '../responses/flags.ts'
import { choose } from '../view/message-sets.ts'
import { uidInFlagReports } from '../server/modes.ts'
import { refused, unchangeable } from '../server/refusals.ts'
import type { Selected } from '../server/session.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { fetchFlags, reportChanges } from '../view/changes.ts'
import { numberOf } from '../view/view.ts'
import {
  exactly,
  inParentheses,
  keyword,
  map,
  sequence,
  space,
  whereStarts,
  words,
} from '../wire/combine.ts'
import { flagsOfStore } from '../wire/flags.ts'
import { bigNumber } from '../wire/numbers.ts'
import { messageSet, type MessageSet } from '../wire/sets.ts'

const actions = {
  FLAGS: { mode: 'set', report: 'loud' },
  'FLAGS.SILENT': { mode: 'set', report: 'silent' },
  '+FLAGS': { mode: 'add', report: 'loud' },
  '+FLAGS.SILENT': { mode: 'add', report: 'silent' },
  '-FLAGS': { mode: 'remove', report: 'loud' },
  '-FLAGS.SILENT': { mode: 'remove', report: 'silent' },
} as const

type Action = (typeof actions)[keyof typeof actions]

const action = map(
  keyword('FLAGS', 'FLAGS.SILENT', '+FLAGS', '+FLAGS.SILENT', '-FLAGS', '-FLAGS.SILENT'),
  (name): Action => actions[name],
)

/** RFC 7162 §3.1.3 */
const unchangedSince = map(
  sequence(inParentheses(words(exactly('UNCHANGEDSINCE'), bigNumber)), space),
  ([[, since]]) => since,
)

interface StoreRequest {
  readonly set: MessageSet
  readonly unchangedSince: number | undefined
  readonly action: Action
  readonly flags: readonly string[]
  readonly by: Naming
}

export const [store, uidStore] = defineBothForms({
  verb: 'STORE',
  syntax: '1:4 +FLAGS (\\Seen)',
  about: 'Changes flags',
  aboutUid: 'Changes flags of messages that are named by UID',
  source: { rfc: 9051, section: '6.4.6' },
  expunges: 'held',
  arguments: sequence(
    messageSet,
    space,
    whereStarts('(', unchangedSince, undefined),
    action,
    space,
    flagsOfStore,
  ),
  run: (session, [set, , since, change, , flags], by, tools) =>
    run(session, { set, unchangedSince: since, action: change, flags, by }, tools),
})

function run(start: Selected, request: StoreRequest, tools: Tools): Answer {
  const { responses, command } = tools
  const chosen = choose(start.view, request.set, request.by)
  if (!chosen.ok) return bad(start, responses.badMessageSet({ command, because: chosen.because }))
  if (start.view.access === 'read-only') return unchangeable(start, tools)
  const aware =
    request.unchangedSince === undefined
      ? { session: start, untagged: [] }
      : switchCondstoreOn(start, tools)
  // The changes of other sessions come first, then those of this command.
  const report = reportChanges(aware.session, 'held')
  const { mailbox } = report.session.view
  const stored = mailbox.store(chosen.uids, {
    mode: request.action.mode,
    flags: request.flags,
    ...(request.unchangedSince !== undefined && { unchangedSince: request.unchangedSince }),
  })
  if (!stored.ok)
    return {
      ...refused(report.session, stored.reason, mailbox.name, tools),
      untagged: [...aware.untagged, ...report.untagged],
    }
  const untagged = [
    ...aware.untagged,
    ...report.untagged,
    ...newKeywords(report.session),
    ...flagResponses(report.session, chosen.uids, stored, request),
  ]
  const view = {
    ...report.session.view,
    changesReported: mailbox.highestModSeq,
    keywords: mailbox.keywords,
  }
  const session = { ...report.session, view }
  if (stored.modified.length > 0)
    return ok(session, responses.modified({}), {
      untagged,
      code: modifiedCode(session, stored.modified, request),
    })
  return chosen.uids.every((uid) => mailbox.find(uid))
    ? ok(session, responses.done({ command }), { untagged })
    : no(session, responses.storeGone({}), { untagged, code: 'EXPUNGEISSUED' })
}

/** RFC 7162 §3.1.3: numbers, or UIDs in the form with UID. */
function modifiedCode({ view }: Selected, uids: readonly number[], { by }: StoreRequest): string {
  const named = by === 'uid' ? uids : uids.map((uid) => numberOf(view, uid))
  return `MODIFIED ${printNumbers(numberSet(named))}`
}

/**
 * The flags of every message that the client named, as they are now. SILENT leaves them out (RFC 9051
 * §6.4.6), but reports the new mod-sequence of each changed message (RFC 7162 §3.1.3, §3.2.4).
 */
function flagResponses(
  session: Selected,
  uids: readonly number[],
  {
    changed,
    modified,
  }: { readonly changed: readonly number[]; readonly modified: readonly number[] },
  { action: { report }, by }: StoreRequest,
): string[] {
  const { view, enabled } = session
  const left = new Set(modified)
  const isSilent = report === 'silent'
  if (isSilent && !enabled.has('CONDSTORE')) return []
  const isChanged = new Set(changed)
  const named = by === 'uid' ? 'uid' : uidInFlagReports(enabled)
  return uids.flatMap((uid) => {
    const mail = view.mailbox.find(uid)
    if (!mail || left.has(uid) || (isSilent && !isChanged.has(uid))) return []
    const number = numberOf(view, uid)
    if (!isSilent) return fetchFlags(session, { number, mail }, named)
    return `* ${number} FETCH (UID ${uid} MODSEQ (${mail.modSeq}))\r\n`
  })
}
