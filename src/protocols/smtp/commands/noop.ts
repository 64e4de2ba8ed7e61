import { reply } from '../wire/reply.ts'
import { defineCommand, stay, type Command } from '../server/command.ts'
import { commandPhases } from '../server/session.ts'

/** What it replies, unless a personality has other words. */
export const noopReplies = {
  noop: () => reply(250, '2.0.0', 'Nothing done, as you asked'),
}

export const noop: Command = defineCommand({
  verb: 'NOOP',
  syntax: 'NOOP [anything]',
  about: 'Does nothing, and asks for an answer to that',
  replies: noopReplies,
  source: { rfc: 5321, section: '4.1.1.9' },
  allowedIn: commandPhases,
  beforeTls: 'taken',
  use: 'idle',
  run: (session, _argument, { replies }) => stay(session, replies.noop()),
})
