import type { Here } from '../personalities/facts.ts'
import { reply } from '../wire/reply.ts'
import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { closed, commandPhases } from '../server/session.ts'

/** What it replies, unless a personality has other words. */
export const quitReplies = {
  quit: ({ host }: Here) => reply(221, '2.0.0', `${host} says goodbye`),
}

export const quit: Command = defineCommand({
  verb: 'QUIT',
  syntax: 'QUIT',
  about: 'Ends the session',
  replies: quitReplies,
  source: { rfc: 5321, section: '4.1.1.10' },
  allowedIn: commandPhases,
  beforeTls: 'taken',
  run(session, argument, { replies, policies }) {
    if (argument !== '' && policies.quitArgument === 'refused')
      return stay(session, replies.noArgument({ command: quit }))
    return go(closed, replies.quit({ host: session.host.name }))
  },
})
