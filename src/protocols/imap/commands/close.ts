import { defineCommand, ok, type Command } from '../server/command.ts'
import { deletedIn } from '../view/deleted.ts'
import { toAuthenticated } from '../server/session.ts'
import { nothing } from '../wire/combine.ts'

export const close: Command = defineCommand({
  verb: 'CLOSE',
  syntax: 'CLOSE',
  about: 'Removes what is \\Deleted, and leaves the mailbox',
  source: { rfc: 9051, section: '6.4.1' },
  allowedIn: ['selected'],
  arguments: nothing,
  run(session, _, { responses, command }) {
    const { view } = session
    // CLOSE reports no EXPUNGE; after EXAMINE it removes nothing.
    if (view.access === 'read-write') view.mailbox.expunge(deletedIn(view))
    return ok(toAuthenticated(session), responses.done({ command }))
  },
})
