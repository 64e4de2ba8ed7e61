import { offeredMechanisms } from '../../sasl/sasl.ts'
import { defineCommand, stay, type Command, type Tools } from '../server/command.ts'
import { maySendPassword, saslContext } from '../server/login.ts'
import { commandPhases, type CommandSession } from '../server/session.ts'

export const capa: Command = defineCommand({
  verb: 'CAPA',
  syntax: 'CAPA',
  about: 'Lists what the server can do',
  source: { rfc: 2449, section: '5' },
  allowedIn: commandPhases,
  takes: 'none',
  run: (session, _, { replies, policies }) =>
    stay(session, replies.capa({ capabilities: capabilitiesOf(session, policies) })),
})

/** Announces what works now, and nothing else (RFC 2449 §6). */
function capabilitiesOf(session: CommandSession, policies: Tools['policies']): string[] {
  const { host, tls } = session
  const mechanisms = offeredMechanisms(saslContext(session))
  const international = policies.international === 'offered'
  return [
    'TOP',
    'UIDL',
    'RESP-CODES',
    'PIPELINING',
    'AUTH-RESP-CODE',
    ...(host.stls === 'offered' && !tls && session.phase !== 'transaction' ? ['STLS'] : []),
    ...(maySendPassword(session) && shownAfterLogin(session, policies) ? ['USER'] : []),
    ...(mechanisms.length && shownAfterLogin(session, policies)
      ? [`SASL ${mechanisms.join(' ')}`]
      : []),
    ...(host.loginDelay ? [`LOGIN-DELAY ${host.loginDelay}`] : []),
    ...retention(session, policies),
    ...(international ? ['UTF8 USER', 'LANG'] : []),
    ...(policies.implementation === '' ? [] : [`IMPLEMENTATION ${policies.implementation}`]),
  ]
}

/** Ways to log in, which some servers leave out of the list after the login. */
const shownAfterLogin = ({ phase }: CommandSession, { waysIn }: Tools['policies']): boolean =>
  waysIn === 'always' || phase !== 'transaction'

function retention({ host }: CommandSession, policies: Tools['policies']): string[] {
  if (host.keeps === 'until-retrieved') return ['EXPIRE 0']
  return policies.retention === 'announced' ? ['EXPIRE NEVER'] : []
}
