import { reply } from '../wire/reply.ts'
import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { commandPhases, withoutTransaction } from '../server/session.ts'

/** What it replies, unless a personality has other words. */
export const rsetReplies = {
  rset: () => reply(250, '2.0.0', 'Forgotten: no message is begun'),
}

export const rset: Command = defineCommand({
  verb: 'RSET',
  syntax: 'RSET',
  about: 'Forgets the message that was begun',
  replies: rsetReplies,
  source: { rfc: 5321, section: '4.1.1.5' },
  allowedIn: commandPhases,
  use: 'idle',
  run(session, argument, { replies }) {
    if (argument !== '') return stay(session, replies.noArgument({ command: rset }))
    return go(withoutTransaction(session), replies.rset())
  },
})
