import { numberSet, printNumbers } from '../data/number-set.ts'
import {
  bad,
  defineCommand,
  no,
  ok,
  type Answer,
  type Command,
  type Tools,
} from '../server/command.ts'
import { newKeywords } from '../responses/flags.ts'
import { choose } from '../view/message-sets.ts'
import { tellsUids } from '../server/modes.ts'
import { readOnly, refused } from '../server/refusals.ts'
import type { Selected } from '../server/session.ts'
import { withCondstore } from '../responses/status.ts'
import { fetchFlags, tellChanges } from '../view/sync.ts'
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
  FLAGS: { mode: 'set', told: 'aloud' },
  'FLAGS.SILENT': { mode: 'set', told: 'silent' },
  '+FLAGS': { mode: 'add', told: 'aloud' },
  '+FLAGS.SILENT': { mode: 'add', told: 'silent' },
  '-FLAGS': { mode: 'remove', told: 'aloud' },
  '-FLAGS.SILENT': { mode: 'remove', told: 'silent' },
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
  readonly by: 'number' | 'uid'
}

const storing = (
  verb: 'STORE' | 'UID STORE',
  by: StoreRequest['by'],
  about: string,
  section: string,
): Command =>
  defineCommand({
    verb,
    syntax: `${verb} 1:4 +FLAGS (\\Seen)`,
    about,
    source: { rfc: 9051, section },
    allowedIn: ['selected'],
    expunges: by === 'uid' ? 'told' : 'held',
    arguments: sequence(
      messageSet,
      space,
      whereStarts('(', unchangedSince, undefined),
      action,
      space,
      flagsOfStore,
    ),
    run: (session, [set, , since, change, , flags], tools) =>
      run(session, { set, unchangedSince: since, action: change, flags, by }, tools),
  })

export const store: Command = storing('STORE', 'number', 'Changes flags', '6.4.6')

export const uidStore: Command = storing(
  'UID STORE',
  'uid',
  'Changes flags of messages that are named by UID',
  '6.4.9',
)

function run(start: Selected, request: StoreRequest, tools: Tools): Answer {
  const { say, command } = tools
  const chosen = choose(start.view, request.set, request.by)
  if (!chosen.ok) return bad(start, say.badMessageSet({ command, because: chosen.because }))
  if (start.view.access === 'read-only') return readOnly(start, tools)
  const aware = request.unchangedSince === undefined ? start : withCondstore(start)
  // Others' changes are told first; what follows is our own.
  const told = tellChanges(aware, 'held')
  const { mailbox } = told.session.view
  const stored = mailbox.store(chosen.uids, {
    mode: request.action.mode,
    flags: request.flags,
    ...(request.unchangedSince !== undefined && { unchangedSince: request.unchangedSince }),
  })
  if (!stored.ok) return refused(told.session, stored.reason, mailbox.name, tools)
  const untagged = [
    ...told.untagged,
    ...newKeywords(told.session.view),
    ...flagsTold(told.session, chosen.uids, stored, request),
  ]
  const view = {
    ...told.session.view,
    changesTold: mailbox.highestModSeq,
    keywords: mailbox.keywords,
  }
  const session = { ...told.session, view }
  if (stored.modified.length > 0)
    return ok(session, say.modified({}), {
      untagged,
      code: modifiedCode(session, stored.modified, request),
    })
  return chosen.uids.every((uid) => mailbox.find(uid))
    ? ok(session, say.done({ command }), { untagged })
    : no(session, say.storeGone({}), { untagged, code: 'EXPUNGEISSUED' })
}

/** RFC 7162 §3.1.3: numbers as the command has them. */
function modifiedCode({ view }: Selected, uids: readonly number[], { by }: StoreRequest): string {
  const named = by === 'uid' ? uids : uids.map((uid) => numberOf(view, uid))
  return `MODIFIED ${printNumbers(numberSet(named))}`
}

/**
 * The flags as they are now, of every message that was named. SILENT leaves them out (RFC 9051
 * §6.4.6), but the new mod-sequence of what was changed is told (RFC 7162 §3.1.3, §3.2.4).
 */
function flagsTold(
  session: Selected,
  uids: readonly number[],
  {
    changed,
    modified,
  }: { readonly changed: readonly number[]; readonly modified: readonly number[] },
  { action: { told }, by }: StoreRequest,
): string[] {
  const { view, enabled } = session
  const left = new Set(modified)
  const isSilent = told === 'silent'
  if (isSilent && !enabled.has('CONDSTORE')) return []
  const isChanged = new Set(changed)
  const named = by === 'uid' ? 'uid' : tellsUids(enabled)
  return uids.flatMap((uid) => {
    const mail = view.mailbox.find(uid)
    if (!mail || left.has(uid) || (isSilent && !isChanged.has(uid))) return []
    const number = numberOf(view, uid)
    if (!isSilent) return fetchFlags(session, { number, mail }, named)
    return `* ${number} FETCH (UID ${uid} MODSEQ (${mail.modSeq}))\r\n`
  })
}
