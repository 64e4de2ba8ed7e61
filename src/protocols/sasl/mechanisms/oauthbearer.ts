import { fromStrictUtf8, utf8 } from '../../../core/bytes.ts'
import { answerRefusal, bearerToken, checkToken, hasToken, parseKeyValues } from '../bearer.ts'
import { fail, type Mechanism, type SaslContext, type SaslStep } from '../exchange.ts'
import { shown, shownText } from '../explain.ts'

/** `n,a=user,^Ahost=…^Aport=…^Aauth=Bearer …^A^A` (RFC 7628 §3.1) */
function parse(octets: Uint8Array): { login: string; token: string } | undefined {
  const text = fromStrictUtf8(octets) ?? ''
  const headerEnd = text.indexOf(SEPARATOR)
  const read = /^[ny],(?:a=([^,]*))?,$/.exec(text.slice(0, Math.max(0, headerEnd)))
  const values = read && parseKeyValues(text.slice(headerEnd + 1))
  const token = bearerToken(values?.auth)
  if (!token) return undefined
  return { login: (read?.[1] ?? '').replaceAll('=2C', ',').replaceAll('=3D', '='), token }
}

const SEPARATOR = '\x01'

const REFUSAL = '{"status":"invalid_token","scope":"mail"}'

function check(context: SaslContext, octets: Uint8Array): SaslStep {
  const message = parse(octets)
  return message
    ? checkToken(context, message.login, message.token, REFUSAL)
    : fail(
        'syntax',
        'OAUTHBEARER is `n,a=user,`, Control-A, `auth=Bearer `, the token and two Control-A',
      )
}

const AFTER_REFUSAL = utf8(SEPARATOR)

export const oauthBearer: Mechanism = {
  name: 'OAUTHBEARER',
  source: { rfc: 7628, section: '3' },
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
    if (who === 'server')
      return octets.length === 0
        ? 'An empty challenge: the client speaks first'
        : `Why the token is refused: ${shown(octets)}`
    const message = parse(octets)
    if (message)
      return `User ${shownText(message.login)} with the token ${shownText(message.token)}: good for anybody who listens, until it expires`
    return octets.length === 1 && octets[0] === 1
      ? 'A lone Control-A: the refusal was understood'
      : `${shown(octets)}: this is no OAUTHBEARER response`
  },
  begin: ({ login, token = '', host, port }) => ({
    kind: 'respond',
    octets: utf8(
      [
        `n,a=${login.replaceAll('=', '=3D').replaceAll(',', '=2C')},`,
        ...(host === undefined ? [] : [`host=${host}`]),
        ...(port === undefined ? [] : [`port=${port}`]),
        `auth=Bearer ${token}`,
        '',
        '',
      ].join(SEPARATOR),
    ),
    explanation: 'The user, and a token in place of the password',
    answer: () => answerRefusal(AFTER_REFUSAL),
  }),
}
