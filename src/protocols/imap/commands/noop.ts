import { defineCommand, ok, type Command } from '../server/command.ts'
import { commandPhases } from '../server/session.ts'
import { nothing } from '../wire/combine.ts'

export const noop: Command = defineCommand({
  verb: 'NOOP',
  syntax: 'NOOP',
  about: 'Does nothing; the response reports what has changed',
  source: { rfc: 9051, section: '6.1.2' },
  allowedIn: commandPhases,
  arguments: nothing,
  run: (session, _, { responses, command }) => ok(session, responses.done({ command })),
})
