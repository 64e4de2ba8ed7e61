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
import { noTarget, refused } from '../server/refusals.ts'
import type { Selected } from '../server/session.ts'
import { copyUid } from '../responses/uid-codes.ts'
import { words } from '../wire/combine.ts'
import { messageSet, type MessageSet } from '../wire/sets.ts'

const copying = (
  verb: 'COPY' | 'UID COPY',
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

export const copy: Command = copying(
  'COPY',
  'number',
  'Copies messages to another mailbox',
  '6.4.7',
)

export const uidCopy: Command = copying(
  'UID COPY',
  'uid',
  'Copies messages that are named by UID',
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
  const target = session.account.mailbox(name)
  if (!target) return noTarget(session, name, tools)
  const { mailbox } = session.view
  // All or none (§6.4.7).
  if (!chosen.uids.every((uid) => mailbox.find(uid)))
    return no(session, say.messagesGone({}), { code: 'EXPUNGEISSUED' })
  const copied = mailbox.copy(chosen.uids, target)
  if (!copied.ok) return refused(session, copied.reason, name, tools)
  return ok(session, say.done({ command }), copyUid(target, copied.copied))
}
