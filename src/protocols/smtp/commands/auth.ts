import { readInitialResponse, SASL_LINE, startExchange } from '../../sasl/sasl.ts'
import { defineCommand, stay, type Command } from '../server/command.ts'
import { COMMAND_LINE } from '../limits.ts'
import { answerStep, mechanismsOf, saslContext } from '../server/login.ts'
import { isTooOften } from '../policies/rates.ts'

export const auth: Command = defineCommand({
  verb: 'AUTH',
  syntax: 'AUTH <mechanism> [initial-response]',
  about: 'Logs in',
  source: { rfc: 4954, section: '4' },
  roles: ['mx', 'submission'],
  extension: 'AUTH',
  allowedIn: ['greeted'],
  // §4: not while a message is begun.
  outOfOrder: {
    connected: 'helloFirst',
    mail: 'inTransaction',
    rcpt: 'inTransaction',
    chunks: 'inTransaction',
  },
  secret: 'argument',
  extraOctets: SASL_LINE - COMMAND_LINE,
  run(session, argument, { replies }) {
    const { host, peer, memory, clock, user } = session
    if (user) return stay(session, replies.loginAlready({}))
    const [mechanism = '', initial, ...more] = argument.split(/[ \t]+/)
    if (mechanism === '' || more.length) return stay(session, replies.authSyntax({ command: auth }))
    if (isTooOften(host.rates, memory, peer.address, 'logins', clock.now ?? 0))
      return stay(session, replies.tooManyLogins({ address: peer.address }))
    const name = mechanism.toUpperCase()
    if (!host.mechanisms.includes(name)) return stay(session, replies.unknownMechanism({}))
    if (initial === undefined)
      return answerStep(session, startExchange(name, saslContext(session)), replies)
    const read = readInitialResponse(initial)
    // A mechanism that is not offered now is refused for that, whatever stands behind it.
    if (read.kind === 'unreadable' && mechanismsOf(session).includes(name))
      return stay(session, replies.loginMalformed({ at: 'initial' }))
    const octets = read.kind === 'octets' ? read.octets : new Uint8Array()
    return answerStep(session, startExchange(name, saslContext(session), octets), replies)
  },
})
