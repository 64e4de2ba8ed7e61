import {
  offeredMechanisms,
  readInitialResponse,
  SASL_LINE,
  startExchange,
} from '../../sasl/sasl.ts'
import { answerStep } from '../server/handle-login.ts'
import { bad, defineCommand, no, type Command } from '../server/command.ts'
import { saslContext } from '../server/sasl-context.ts'
import { maybe, sequence } from '../wire/combine.ts'
import { fail, match, type Parser } from '../wire/reader.ts'
import { atom } from '../wire/strings.ts'

/** RFC 4959 §3: base64, or `=` for an empty one. */
const initialResponse: Parser<string> = (reader) =>
  match(reader, /[A-Za-z0-9+/=]+/y) ?? fail(reader, 'Base64 belongs here')

export const authenticate: Command = defineCommand({
  verb: 'AUTHENTICATE',
  syntax: 'AUTHENTICATE <mechanism> [<first answer in base64>]',
  about: 'Logs in with a SASL mechanism',
  source: { rfc: 9051, section: '6.2.2' },
  allowedIn: ['notAuthenticated'],
  arguments: sequence(atom, maybe(initialResponse)),
  run(session, [name, given], { responses, tag }) {
    const mechanism = name.toUpperCase()
    const context = saslContext(session)
    // Beside the command a response may be as long as on a line of its own (RFC 4959 §3).
    if (given !== undefined && given.length > SASL_LINE)
      return bad(session, responses.lineTooLong({ limit: SASL_LINE }))
    const initial = given === undefined ? undefined : readInitialResponse(given)
    if (initial?.kind === 'unreadable') return bad(session, responses.badInitialResponse({}))
    const step = startExchange(mechanism, context, initial?.octets)
    if (step.kind === 'failure' && step.reason === 'unknown-mechanism') {
      const mechanisms = offeredMechanisms(context)
      return no(session, responses.unknownMechanism({ mechanism: name, mechanisms }))
    }
    return answerStep(session, tag, mechanism, step)
  },
})
