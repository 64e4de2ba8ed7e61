import { latin1 } from '../../../core/bytes.ts'
import { mayShowSecrets, startExchange } from '../../sasl/sasl.ts'
import { defineCommand, no, type Command } from '../server/command.ts'
import { loggedInAs, loginRefused } from '../server/login.ts'
import { saslContext } from '../server/sasl-context.ts'
import { words } from '../wire/combine.ts'
import { astring } from '../wire/strings.ts'

export const login: Command = defineCommand({
  verb: 'LOGIN',
  syntax: 'LOGIN <name> <password>',
  about: 'Logs in with a name and a password',
  source: { rfc: 9051, section: '6.2.3' },
  allowedIn: ['notAuthenticated'],
  arguments: words(astring, astring),
  run(session, [name, password], { responses }) {
    const context = saslContext(session)
    if (!mayShowSecrets(context))
      return no(session, responses.loginDisabled({}), { code: 'PRIVACYREQUIRED' })
    // A name and a password are checked as PLAIN has them (RFC 4616 §2).
    const step = startExchange('PLAIN', context, latin1(`\0${name}\0${password}`))
    if (step.kind === 'success') return loggedInAs(session, step.account, responses)
    const refused = { kind: 'failure', reason: 'credentials', explanation: '' } as const
    return loginRefused(
      session,
      step.kind === 'failure' && step.reason === 'authorization' ? step : refused,
      responses,
    )
  },
})
