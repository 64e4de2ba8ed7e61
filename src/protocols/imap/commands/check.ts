import { defineCommand, ok, type Command } from '../server/command.ts'
import { nothing } from '../wire/combine.ts'

/** Gone from IMAP4rev2, where NOOP does the same (RFC 9051 appendix E). */
export const check: Command = defineCommand({
  verb: 'CHECK',
  syntax: 'CHECK',
  about: 'Asks the server to put everything in order',
  source: { rfc: 3501, section: '6.4.1' },
  allowedIn: ['selected'],
  arguments: nothing,
  run: (session, _, { responses, command }) => ok(session, responses.done({ command })),
})
