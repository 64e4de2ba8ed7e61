import { defineCommand, ok, type Command } from '../server/command.ts'
import { quote } from '../server/output.ts'
import { commandPhases } from '../server/session.ts'
import { listOrEmpty, oneOf, sequence, space } from '../wire/combine.ts'
import { match, fail, type Parser } from '../wire/reader.ts'
import { nstring, string } from '../wire/strings.ts'

const nil: Parser<'NIL'> = (reader) =>
  match(reader, /NIL$/iy) === undefined
    ? fail(reader, 'NIL belongs here, or ("name" "mutt")')
    : 'NIL'

export const id: Command = defineCommand({
  verb: 'ID',
  syntax: 'ID NIL, or ID ("name" "mutt" "version" "2.2")',
  about: 'Names the client program, and asks for the server’s',
  source: { rfc: 2971, section: '3.1' },
  allowedIn: commandPhases,
  arguments: oneOf(nil, listOrEmpty(sequence(string, space, nstring))),
  run(session, _, { responses, policies, command }) {
    const pairs = policies.id.map(([key, value]) => `${quote(key)} ${quote(value)}`)
    return ok(session, responses.done({ command }), { untagged: [`* ID (${pairs.join(' ')})\r\n`] })
  },
})
