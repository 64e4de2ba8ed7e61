import { fromStrictUtf8, utf8 } from '../../../core/bytes.ts'
import { findAccount } from '../account.ts'
import {
  fail,
  noMore,
  succeed,
  unknownOrWrong,
  type Mechanism,
  type SaslContext,
  type SaslStep,
} from '../exchange.ts'
import { shown, shownText } from '../explain.ts'
import { samePassword } from '../prepare.ts'

interface PlainMessage {
  /** For whom to act; empty for oneself. */
  readonly actFor: string
  readonly login: string
  readonly password: string
}

/** RFC 4616 §2: `[authzid] NUL authcid NUL passwd`. */
function parsePlain(octets: Uint8Array): PlainMessage | undefined {
  const parts = fromStrictUtf8(octets)?.split('\0')
  if (parts?.length !== 3) return undefined
  const [actFor, login, password] = parts as [string, string, string]
  return login === '' || password === '' ? undefined : { actFor, login, password }
}

function check({ accounts }: SaslContext, octets: Uint8Array): SaslStep {
  const message = parsePlain(octets)
  if (!message)
    return fail('syntax', 'PLAIN is a name, or nothing, then NUL, login, NUL and password')
  const account = findAccount(accounts, message.login)
  if (!account || !samePassword(message.password, account.password)) return unknownOrWrong()
  if (message.actFor !== '' && findAccount(accounts, message.actFor) !== account)
    return fail('authorization', `${shownText(message.login)} may act for no one else`)
  return succeed(account)
}

export const plain: Mechanism = {
  name: 'PLAIN',
  source: { rfc: 4616 },
  about: 'Login and password in one line; base64 hides nothing',
  secret: 'clear',
  first: 'client',
  suits: () => true,
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
    if (who === 'server') return 'An empty challenge: the client speaks first'
    const message = parsePlain(octets)
    if (!message) return `${shown(octets)}: this is no PLAIN response`
    const actFor = message.actFor === '' ? '' : `, acting for ${shownText(message.actFor)}`
    return `Login ${shownText(message.login)}, password ${shownText(message.password)}${actFor}: anybody who listens can read it`
  },
  begin: ({ login, password }) => ({
    kind: 'respond',
    octets: utf8(`\0${login}\0${password}`),
    explanation: 'Login and password, parted by NULs',
    answer: noMore,
  }),
}
