import type { Section } from '../../core/section.ts'
import type { Mechanism } from './exchange.ts'
import { shown, shownText } from './explain.ts'
import { beginScram } from './scram-client.ts'
import type { ScramHash } from './scram-keys.ts'
import { parseClientFinal, parseClientFirst, parseServerFirst } from './scram-messages.ts'
import { takeClientFirst, usualSetup } from './scram-server.ts'

/** SCRAM with one hash. The form with `-PLUS`, bound to the TLS channel, is not offered. */
export const scramMechanism = (hash: ScramHash, source: Section): Mechanism => ({
  name: `SCRAM-${hash}`,
  source,
  about: 'Both sides prove that they know the password, and neither sends it',
  secret: 'hidden',
  first: 'client',
  suits: () => true,
  start(context, initial) {
    const setup = usualSetup(hash, context)
    if (initial) return takeClientFirst(context, setup, initial)
    return {
      kind: 'challenge',
      octets: new Uint8Array(),
      explanation: 'An empty challenge: the client speaks first',
      answer: (response) => takeClientFirst(context, setup, response),
    }
  },
  explain: (who, octets) => (who === 'server' ? explainServer(octets) : explainClient(octets)),
  begin: (credentials) => beginScram(hash, credentials),
})

function explainServer(octets: Uint8Array): string {
  if (octets.length === 0) return 'An empty challenge: the client speaks first'
  const first = parseServerFirst(octets)
  if (first)
    return `Both nonces ${shownText(first.nonce)}, the salt, and ${first.iterations} rounds to make a key of the password`
  return shown(octets).startsWith('`v=')
    ? 'The server proves that it knows the password too'
    : `${shown(octets)}: this is no message of SCRAM`
}

function explainClient(octets: Uint8Array): string {
  if (octets.length === 0) return 'An empty line: nothing is left to send'
  const first = parseClientFirst(octets)
  if (first.ok)
    return `Login ${shownText(first.message.login)} and a nonce of the client ${shownText(first.message.nonce)}`
  return parseClientFinal(octets)
    ? 'A proof that the client knows the password, good for this exchange only'
    : `${shown(octets)}: this is no message of SCRAM`
}
