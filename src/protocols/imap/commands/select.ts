import { DELIMITER } from '../../store/store.ts'
import {
  bad,
  defineCommand,
  no,
  ok,
  type Answer,
  type Command,
  type Tools,
} from '../server/command.ts'
import { flagsLine, permanentFlagsLine } from '../responses/flags.ts'
import { offers } from '../server/capabilities.ts'
import { isRev2 } from '../server/modes.ts'
import { mailboxName, writeName } from '../wire/mailbox-names.ts'
import type { Output } from '../server/output.ts'
import { refused } from '../server/refusals.ts'
import { resync, reportSince, type Resync } from '../view/resync.ts'
import {
  loggedIn,
  toAuthenticated,
  toSelected,
  type Authenticated,
  type Selected,
} from '../server/session.ts'
import { statusLine } from '../wire/status-line.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { countLines } from '../view/changes.ts'
import { openView, type Access, type View } from '../view/view.ts'
import { after, exactly, list, map, oneOf, sequence, whereStarts } from '../wire/combine.ts'
import type { Parser } from '../wire/reader.ts'

type Parameter = 'CONDSTORE' | Resync

const parameter: Parser<Parameter> = oneOf(
  map(exactly('CONDSTORE'), () => 'CONDSTORE' as const),
  map(sequence(exactly('QRESYNC'), after(resync)), ([, found]) => found),
)

const opening = (verb: string, access: Access, about: string, section: string): Command =>
  defineCommand({
    verb,
    syntax: `${verb} <mailbox>`,
    about,
    source: { rfc: 9051, section },
    allowedIn: loggedIn,
    arguments: sequence(mailboxName, whereStarts(' (', after(list(parameter)), [])),
    unread: (session, { policies, responses }) =>
      session.phase === 'selected' && policies.unreadableSelect === 'closes'
        ? { session: toAuthenticated(session), untagged: closed(responses) }
        : { session, untagged: [] },
    run: (session, [name, parameters], tools) => open(session, name, parameters, access, tools),
  })

export const select: Command = opening('SELECT', 'read-write', 'Opens a mailbox', '6.3.2')

export const examine: Command = opening(
  'EXAMINE',
  'read-only',
  'Opens a mailbox to look at it only',
  '6.3.3',
)

function open(
  session: Authenticated | Selected,
  name: string,
  parameters: readonly Parameter[],
  access: Access,
  tools: Tools,
): Answer {
  const { responses } = tools
  const since = parameters.find((found) => found !== 'CONDSTORE')
  if (since && !session.enabled.has('QRESYNC')) {
    const { command } = tools
    return bad(session, responses.notEnabled({ command, extension: 'QRESYNC' }))
  }
  // Whether it can be opened or not, the one before is closed (§6.3.2).
  const left = toAuthenticated(session)
  const closing = session.phase === 'selected' ? closed(responses) : []
  const mailbox = session.account.mailbox(name)
  if (!mailbox) return { ...notThere(left, name, tools), untagged: closing }
  // What describes the mailbox has its HIGHESTMODSEQ.
  const ready = parameters.length ? switchCondstoreOn(left, tools).session : left
  const opened = toSelected(ready, openView(mailbox, access))
  const untagged = [
    ...closing,
    ...describe(opened, tools),
    ...(since ? reportSince(opened, since) : []),
  ]
  const text = responses.selected({ name: mailbox.name, messages: opened.view.uids.length, access })
  return ok(opened, text, { untagged, code: access.toUpperCase(), changes: 'reported' })
}

function notThere(session: Authenticated, name: string, tools: Tools) {
  const isName = session.account.list().some((entry) => entry.name === name)
  return isName
    ? no(session, tools.responses.notSelectable({ name }), { code: 'CANNOT' })
    : refused(session, 'nonexistent', name, tools)
}

const closed = (responses: Tools['responses']): Output => [
  untaggedOk('CLOSED', responses.mailboxClosed({})),
]

const untaggedOk = (code: string, text: string): string =>
  statusLine('*', { status: 'OK', code, text })

/** The responses that describe a mailbox when it is opened (§6.3.2, §7.1, RFC 3501 §6.3.1). */
function describe(session: Selected, { responses }: Tools): Output {
  const { view, enabled } = session
  const { mailbox } = view
  const unseen = isRev2(enabled) ? 0 : firstUnseen(view)
  return [
    ...flagsLine(view),
    permanentFlagsLine(view, responses),
    ...countLines(session),
    ...(unseen ? [untaggedOk(`UNSEEN ${unseen}`, responses.unseen({ number: unseen }))] : []),
    untaggedOk(`UIDVALIDITY ${mailbox.uidValidity}`, responses.uidValidity({})),
    untaggedOk(`UIDNEXT ${mailbox.uidNext}`, responses.uidNext({})),
    untaggedOk(`HIGHESTMODSEQ ${mailbox.highestModSeq}`, responses.highestModSeq({})),
    ...(offers(session.host, 'OBJECTID')
      ? [untaggedOk(`MAILBOXID (${mailbox.mailboxId})`, responses.mailboxId({}))]
      : []),
    ...(isRev2(enabled)
      ? [`* LIST () "${DELIMITER}" ${writeName(mailbox.name, enabled)}\r\n`]
      : []),
  ]
}

const firstUnseen = ({ mailbox }: View): number =>
  mailbox.messages.findIndex(({ flags }) => !flags.includes('\\Seen')) + 1
