import { offeredMechanisms } from '../../sasl/sasl.ts'
import { extensions } from '../extensions/index.ts'
import { saslContext } from './sasl-context.ts'
import type { CommandSession } from './session.ts'

/**
 * The capabilities now (RFC 9051 §6.1.1, §7.2.2): what is announced works, and what does not
 * work now is not announced.
 */
export function capabilities(session: CommandSession): string[] {
  const isKnown = session.phase !== 'notAuthenticated'
  const can = extensions.filter(
    ({ announced, offeredBy }) => (isKnown || announced === 'always') && offeredBy(session.host),
  )
  return [
    'IMAP4rev1',
    'IMAP4rev2',
    session.host.literals,
    ...can.map(({ capability }) => capability),
    ...(isKnown ? [] : waysIn(session)),
  ]
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
