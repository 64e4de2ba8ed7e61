import type { Section } from '../../../core/section.ts'
import { defineCommand, stay, type Command } from '../server/command.ts'
import { commandPhases } from '../server/session.ts'

/** Commands that other servers have, or had. 502 means: known, but not here (RFC 5321 §4.2.4). */
export const notOffered: readonly Command[] = [
  known('TURN', 'TURN', 'Swapped client and server', { rfc: 5321, section: 'F.1' }),
  known('SEND', 'SEND FROM:<path>', 'Wrote to a terminal', { rfc: 5321, section: 'F.6' }),
  known('SOML', 'SOML FROM:<path>', 'Wrote to a terminal or a mailbox', {
    rfc: 5321,
    section: 'F.6',
  }),
  known('SAML', 'SAML FROM:<path>', 'Wrote to a terminal and a mailbox', {
    rfc: 5321,
    section: 'F.6',
  }),
]

function known(verb: string, syntax: string, about: string, source: Section): Command {
  const command: Command = defineCommand({
    verb,
    syntax,
    about,
    source,
    offered: 'no',
    allowedIn: commandPhases,
    run: (session, _argument, { replies }) => stay(session, replies.notOffered({ command })),
  })
  return command
}
