import { DELIMITER } from '../../store/store.ts'
import { defineCommand, ok, type Command } from '../server/command.ts'
import { loggedIn } from '../server/session.ts'
import { nothing } from '../wire/combine.ts'

export const namespace: Command = defineCommand({
  verb: 'NAMESPACE',
  syntax: 'NAMESPACE',
  about: 'Lists the prefixes of your own, others’ and shared mailboxes',
  source: { rfc: 9051, section: '6.3.10' },
  allowedIn: loggedIn,
  arguments: nothing,
  run: (session, _, { responses, command }) =>
    ok(session, responses.done({ command }), {
      untagged: [`* NAMESPACE (("" "${DELIMITER}")) NIL NIL\r\n`],
    }),
})
