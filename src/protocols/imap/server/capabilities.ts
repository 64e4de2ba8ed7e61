import { offeredMechanisms } from '../../sasl/sasl.ts'
import { extensions } from '../extensions/index.ts'
import { personalityOf } from '../personalities/index.ts'
import type { CapabilityOrder } from '../personalities/personality.ts'
import type { ImapHost } from './host.ts'
import { saslContext } from './sasl-context.ts'
import type { CommandSession } from './session.ts'

/**
 * The capabilities now (RFC 9051 §6.1.1, §7.2.2): what is announced works, and what does not
 * work now is not announced.
 */
export function capabilities(session: CommandSession): string[] {
  const isKnown = session.phase !== 'notAuthenticated'
  const { host } = session
  const order = personalityOf(host).policies.capabilities
  return [
    ...(order ? inOrder(host, order, isKnown) : all(host, isKnown)),
    ...(isKnown ? [] : waysIn(session)),
  ]
}

function all(host: ImapHost, isKnown: boolean): string[] {
  const can = extensions.filter(
    ({ announced, offeredBy }) => (isKnown || announced === 'always') && offeredBy(host),
  )
  return ['IMAP4rev1', 'IMAP4rev2', host.literals, ...can.map(({ capability }) => capability)]
}

/** Which literals it takes is the host's choice, and so are some extensions. */
function inOrder(host: ImapHost, order: CapabilityOrder, isKnown: boolean): string[] {
  const names = isKnown ? order.afterLogin : order.beforeLogin
  return names
    .map((name) => (name.startsWith('LITERAL') ? host.literals : name))
    .filter((name) => extensionNamed(name)?.offeredBy(host) !== false)
}

const extensionNamed = (name: string) => extensions.find(({ capability }) => capability === name)

/** Whether a host has an extension, or a version of IMAP, as it announces after the login. */
export function offers(host: ImapHost, name: string): boolean {
  const order = personalityOf(host).policies.capabilities
  return order ? order.afterLogin.includes(name) : extensionNamed(name)?.offeredBy(host) !== false
}

function waysIn(session: CommandSession): string[] {
  const { startTls, plaintextLogin } = session.host
  return [
    ...(startTls === 'offered' && !session.tls ? ['STARTTLS'] : []),
    ...(plaintextLogin === 'refused' && !session.tls ? ['LOGINDISABLED'] : []),
    ...offeredMechanisms(saslContext(session)).map((mechanism) => `AUTH=${mechanism}`),
  ]
}

export const capabilityLine = (session: CommandSession): string =>
  `* CAPABILITY ${capabilities(session).join(' ')}\r\n`
