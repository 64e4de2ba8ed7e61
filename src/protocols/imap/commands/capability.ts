import { capabilityLine } from '../server/capabilities.ts'
import { defineCommand, ok, type Command } from '../server/command.ts'
import { commandPhases } from '../server/session.ts'
import { nothing } from '../wire/combine.ts'

export const capability: Command = defineCommand({
  verb: 'CAPABILITY',
  syntax: 'CAPABILITY',
  about: 'Lists what the server can do',
  source: { rfc: 9051, section: '6.1.1' },
  allowedIn: commandPhases,
  arguments: nothing,
  run(session, _, { responses, command }) {
    const text =
      session.phase === 'notAuthenticated'
        ? responses.capabilityBeforeLogin({})
        : responses.done({ command })
    return ok(session, text, { untagged: [capabilityLine(session)] })
  },
})
