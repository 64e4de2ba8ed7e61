import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { closed, commandPhases } from '../server/session.ts'

export const quit: Command = defineCommand({
  verb: 'QUIT',
  syntax: 'QUIT',
  about: 'Ends the session',
  source: { rfc: 5321, section: '4.1.1.10' },
  allowedIn: commandPhases,
  beforeTls: 'taken',
  run(session, argument, { say }) {
    if (argument !== '') return stay(session, say.noArgument({ command: quit }))
    return go(closed, say.quit({ host: session.host.name }))
  },
})
