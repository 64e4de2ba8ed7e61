import { defineCommand, ok, type Command } from '../server/command.ts'
import { mailboxName } from '../wire/mailbox-names.ts'
import { refused } from '../server/refusals.ts'
import { loggedIn } from '../server/session.ts'

export const deleteMailbox: Command = defineCommand({
  verb: 'DELETE',
  syntax: 'DELETE <mailbox>',
  about: 'Removes a mailbox and all that is in it',
  source: { rfc: 9051, section: '6.3.5' },
  allowedIn: loggedIn,
  arguments: mailboxName,
  run(session, name, tools) {
    const gone = session.account.remove(name)
    if (!gone.ok) return refused(session, gone.reason, name, tools)
    return ok(session, tools.responses.done(tools))
  },
})
