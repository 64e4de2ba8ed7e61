import { findAccount } from '../../sasl/account.ts'
import { samePassword } from '../../sasl/prepare.ts'
import { defineCommand, stay, type Command } from '../server/command.ts'
import { openMaildropFor, maySendPassword } from '../server/login.ts'
import { toAuthorization } from '../server/session.ts'

export const pass: Command = defineCommand({
  verb: 'PASS',
  syntax: 'PASS password',
  about: 'The password; spaces in it count',
  source: { rfc: 1939, section: '7' },
  allowedIn: ['user'],
  outOfOrder: { authorization: 'userFirst', transaction: 'alreadyIn' },
  takes: 'anything',
  run(session, password, tools) {
    const back = toAuthorization(session)
    if (!maySendPassword(session)) return stay(back, tools.replies.tlsFirst({ command: pass }))
    const account = findAccount(session.host.accounts, session.login)
    if (!account || !samePassword(password, account.password))
      return stay(back, tools.replies.authFailed({}))
    return openMaildropFor(session, account, tools)
  },
})
