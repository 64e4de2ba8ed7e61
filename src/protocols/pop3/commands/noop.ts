import { defineCommand, stay, type Command } from '../server/command.ts'

export const noop: Command = defineCommand({
  verb: 'NOOP',
  syntax: 'NOOP',
  about: 'Does nothing, and asks for an answer to that',
  source: { rfc: 1939, section: '5' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'none',
  run: (session, _, { replies }) => stay(session, replies.noop({})),
})
