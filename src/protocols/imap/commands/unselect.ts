import { defineCommand, ok, type Command } from '../server/command.ts'
import { toAuthenticated } from '../server/session.ts'
import { nothing } from '../wire/combine.ts'

export const unselect: Command = defineCommand({
  verb: 'UNSELECT',
  syntax: 'UNSELECT',
  about: 'Leaves the mailbox as it is',
  source: { rfc: 9051, section: '6.4.2' },
  allowedIn: ['selected'],
  arguments: nothing,
  run: (session, _, { responses, command }) =>
    ok(toAuthenticated(session), responses.done({ command })),
})
