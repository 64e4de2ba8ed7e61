import { fromStrictUtf8, utf8 } from '../../../core/bytes.ts'
import { answerRefusal, bearerToken, checkToken, hasToken, parseKeyValues } from '../bearer.ts'
import { fail, type Mechanism, type SaslContext, type SaslStep } from '../exchange.ts'
import { shown, shownText } from '../explain.ts'

/** `user=…^Aauth=Bearer …^A^A` */
function parse(octets: Uint8Array): { login: string; token: string } | undefined {
  const values = parseKeyValues(fromStrictUtf8(octets) ?? '')
  const token = bearerToken(values?.auth)
  return values?.user && token ? { login: values.user, token } : undefined
}

const REFUSAL = '{"status":"401","schemes":"bearer","scope":"mail"}'

function check(context: SaslContext, octets: Uint8Array): SaslStep {
  const message = parse(octets)
  return message
    ? checkToken(context, message.login, message.token, REFUSAL)
    : fail('syntax', 'XOAUTH2 is `user=`, Control-A, `auth=Bearer `, the token and two Control-A')
}

/** Older than RFC 7628, and still what the large providers ask for. */
export const xoauth2: Mechanism = {
  name: 'XOAUTH2',
  source: { rfc: 6750, section: '2.1' },
  about: 'A token of an OAuth 2 server in place of the password',
  secret: 'clear',
  first: 'client',
  suits: hasToken,
  start(context, initial) {
    if (initial) return check(context, initial)
    return {
      kind: 'challenge',
      octets: new Uint8Array(),
      explanation: 'An empty challenge: the client speaks first',
      answer: (response) => check(context, response),
    }
  },
  explain(who, octets) {
    if (octets.length === 0)
      return who === 'server' ? 'An empty challenge: the client speaks first' : 'An empty line'
    if (who === 'server') return `Why the token is refused: ${shown(octets)}`
    const message = parse(octets)
    return message
      ? `User ${shownText(message.login)} with the token ${shownText(message.token)}: good for anybody who listens, until it expires`
      : `${shown(octets)}: this is no XOAUTH2 response`
  },
  begin: ({ login, token = '' }) => ({
    kind: 'respond',
    octets: utf8(`user=${login}\x01auth=Bearer ${token}\x01\x01`),
    explanation: 'The user, and a token in place of the password',
    answer: () => answerRefusal(new Uint8Array()),
  }),
}
