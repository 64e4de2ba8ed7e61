import {
  bad,
  defineCommand,
  no,
  ok,
  type Answer,
  type Command,
  type Tools,
} from '../server/command.ts'
import { choose } from '../view/message-sets.ts'
import { mailboxName } from '../wire/mailbox-names.ts'
import { noTarget, readOnly, refused } from '../server/refusals.ts'
import type { Selected } from '../server/session.ts'
import { statusLine } from '../server/respond.ts'
import { tellChanges } from '../view/sync.ts'
import { copyUid } from '../responses/uid-codes.ts'
import { words } from '../wire/combine.ts'
import { messageSet, type MessageSet } from '../wire/sets.ts'

const moving = (
  verb: 'MOVE' | 'UID MOVE',
  by: 'number' | 'uid',
  about: string,
  section: string,
): Command =>
  defineCommand({
    verb,
    syntax: `${verb} 1:4 <mailbox>`,
    about,
    source: { rfc: 9051, section },
    allowedIn: ['selected'],
    arguments: words(messageSet, mailboxName),
    run: (session, [set, name], tools) => run(session, set, by, name, tools),
  })

export const move: Command = moving('MOVE', 'number', 'Moves messages to another mailbox', '6.4.8')

export const uidMove: Command = moving(
  'UID MOVE',
  'uid',
  'Moves messages that are named by UID',
  '6.4.9',
)

function run(
  session: Selected,
  set: MessageSet,
  by: 'number' | 'uid',
  name: string,
  tools: Tools,
): Answer {
  const { say, command } = tools
  const chosen = choose(session.view, set, by)
  if (!chosen.ok) return bad(session, say.badMessageSet({ command, because: chosen.because }))
  if (session.view.access === 'read-only') return readOnly(session, tools)
  const target = session.account.mailbox(name)
  if (!target) return noTarget(session, name, tools)
  const { mailbox } = session.view
  if (target === mailbox) return no(session, say.sameMailbox({}), { code: 'CANNOT' })
  if (!chosen.uids.every((uid) => mailbox.find(uid)))
    return no(session, say.messagesGone({}), { code: 'EXPUNGEISSUED' })
  const moved = mailbox.move(chosen.uids, target)
  if (!moved.ok) return refused(session, moved.reason, name, tools)
  const { code } = copyUid(target, moved.copied)
  // COPYUID comes before EXPUNGE, untagged: the client learns first where they went (RFC 6851 §4.3).
  const where =
    code === undefined ? [] : [statusLine('*', { status: 'OK', code, text: say.moved({}) })]
  const told = tellChanges(session, 'told')
  const isCounted = moved.copied.length > 0 && session.enabled.has('QRESYNC')
  return ok(told.session, say.done({ command }), {
    untagged: [...where, ...told.untagged],
    changes: 'said',
    ...(isCounted && { code: `HIGHESTMODSEQ ${mailbox.highestModSeq}` }),
  })
}
