import { defineCommand, ok, type Command } from '../server/command.ts'
import { closed, commandPhases } from '../server/session.ts'
import { statusLine } from '../wire/status-line.ts'
import { nothing } from '../wire/combine.ts'

export const logout: Command = defineCommand({
  verb: 'LOGOUT',
  syntax: 'LOGOUT',
  about: 'Ends the session',
  source: { rfc: 9051, section: '6.1.3' },
  allowedIn: commandPhases,
  arguments: nothing,
  run({ host }, _, { responses, command }) {
    const bye = statusLine('*', { status: 'BYE', text: responses.bye({ host }) })
    return ok(closed, responses.done({ command }), { untagged: [bye] })
  },
})
