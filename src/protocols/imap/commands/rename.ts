import { defineCommand, no, ok, type Command } from '../server/command.ts'
import { mailboxName } from '../wire/mailbox-names.ts'
import { refused } from '../server/refusals.ts'
import { loggedIn } from '../server/session.ts'
import { words } from '../wire/combine.ts'

export const rename: Command = defineCommand({
  verb: 'RENAME',
  syntax: 'RENAME <mailbox> <new name>',
  about: 'Gives a mailbox another name; those inside go along',
  source: { rfc: 9051, section: '6.3.6' },
  allowedIn: loggedIn,
  arguments: words(mailboxName, mailboxName),
  run(session, [from, to], tools) {
    const { responses, policies } = tools
    if (from.toUpperCase() === 'INBOX' && policies.renamesInbox === 'no')
      return no(session, responses.renamingInbox(tools), { code: 'CANNOT' })
    const moved = session.account.rename(from, to)
    if (!moved.ok) {
      if (moved.reason === 'already-exists') {
        const text = from === to ? responses.renamedToItself : responses.targetExists
        return no(session, text({ name: to }), { code: 'ALREADYEXISTS' })
      }
      const name = moved.reason === 'nonexistent' ? from : to
      return refused(session, moved.reason, name, tools)
    }
    return ok(session, responses.done(tools))
  },
})
