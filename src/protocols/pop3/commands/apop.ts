import { findAccount } from '../../sasl/account.ts'
import { defineCommand, stay, type Command } from '../server/command.ts'
import { openMaildropFor } from '../server/login.ts'
import { toAuthorization } from '../server/session.ts'
import { apopDigest, timestampOf } from '../wire/timestamp.ts'

export const apop: Command = defineCommand({
  verb: 'APOP',
  syntax: 'APOP name digest',
  about: 'Logs in with a digest of the greeting and the password',
  source: { rfc: 1939, section: '7' },
  allowedIn: ['authorization', 'user'],
  outOfOrder: { transaction: 'alreadyIn' },
  takes: 'words',
  run(session, argument, tools) {
    const { host, peer } = session
    const [, login, digest] = /^(.+) +([\da-f]{32})$/i.exec(argument) ?? []
    const back = toAuthorization(session)
    if (host.apop === 'absent') return stay(back, tools.replies.apopAbsent({}))
    if (login === undefined || digest === undefined)
      return stay(back, tools.replies.syntax({ command: apop }))
    const account = findAccount(host.accounts, login)
    const right = account && apopDigest(timestampOf(host, peer), account.password)
    if (!account || digest.toLowerCase() !== right) return stay(back, tools.replies.authFailed({}))
    return openMaildropFor(session, account, tools)
  },
})
