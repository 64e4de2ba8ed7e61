import { defineCommand, stay, type Command } from '../server/command.ts'
import { commandPhases } from '../server/session.ts'

export const noop: Command = defineCommand({
  verb: 'NOOP',
  syntax: 'NOOP [anything]',
  about: 'Does nothing, and asks for an answer to that',
  source: { rfc: 5321, section: '4.1.1.9' },
  allowedIn: commandPhases,
  beforeTls: 'taken',
  use: 'idle',
  run: (session, _argument, { say }) => stay(session, say.noop({})),
})
