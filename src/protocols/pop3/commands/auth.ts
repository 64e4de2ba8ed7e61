import {
  explainSasl,
  offeredMechanisms,
  readInitialResponse,
  startExchange,
} from '../../sasl/sasl.ts'
import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { saslContext } from '../server/login.ts'
import { answerStep } from '../server/handle-login.ts'
import { toAuthorization } from '../server/session.ts'

export const auth: Command = defineCommand({
  verb: 'AUTH',
  syntax: 'AUTH mechanism [initial-response]',
  about: 'Logs in by SASL; alone, it lists the mechanisms',
  source: { rfc: 5034, section: '4' },
  allowedIn: ['authorization', 'user'],
  outOfOrder: { transaction: 'alreadyIn' },
  takes: 'words',
  run(session, argument, tools) {
    const { replies } = tools
    const back = toAuthorization(session)
    const context = saslContext(session)
    const offered = offeredMechanisms(context)
    // Older than CAPA, and some clients still use it.
    if (argument === '') return go(back, replies.authList({ offered }))
    const [name = '', word, ...more] = argument.split(/ +/)
    if (more.length) return stay(back, replies.syntax({ command: auth }))
    const initial = word === undefined ? undefined : readInitialResponse(word)
    if (initial?.kind === 'unreadable')
      return stay(back, replies.authUnreadable({ response: 'initial' }), {
        span: { from: argument.length - word!.length + initial.at, to: argument.length },
        message: 'Not base64 from here',
      })
    const first = startExchange(name, context, initial?.octets)
    if (first.kind === 'failure' && first.reason === 'unknown-mechanism')
      return stay(back, replies.authMechanism({ typed: name, offered }))
    if (first.kind === 'failure' && first.reason === 'tls-required')
      return stay(back, replies.tlsFirst({ command: auth }))
    const meaning = initial && explainSasl(name, 'client', initial.octets)
    return answerStep(back, name.toUpperCase(), first, tools, meaning)
  },
})
