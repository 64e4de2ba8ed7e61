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
import { shown } from '../explain.ts'
import { samePassword } from '../prepare.ts'

const USERNAME = utf8('Username:')
const PASSWORD = utf8('Password:')

function takeName(context: SaslContext, octets: Uint8Array): SaslStep {
  const login = fromStrictUtf8(octets)
  if (login === undefined || login === '') return fail('syntax', 'The user name cannot be read')
  return {
    kind: 'challenge',
    octets: PASSWORD,
    explanation: 'The server asks for the password, whether it knows the user or not',
    answer: (response) => takePassword(context, login, response),
  }
}

function takePassword({ accounts }: SaslContext, login: string, octets: Uint8Array): SaslStep {
  const password = fromStrictUtf8(octets)
  if (password === undefined) return fail('syntax', 'The password cannot be read')
  const account = findAccount(accounts, login)
  return account && samePassword(password, account.password) ? succeed(account) : unknownOrWrong()
}

/** Never made a standard, and everywhere. */
export const login: Mechanism = {
  name: 'LOGIN',
  source: { draft: 'draft-murchison-sasl-login', section: '2' },
  about: 'Login and password, asked for one after the other; base64 hides nothing',
  secret: 'clear',
  first: 'server',
  suits: () => true,
  start(context, initial) {
    // Not in the draft, and many clients do it: the user name comes along.
    if (initial) return takeName(context, initial)
    return {
      kind: 'challenge',
      octets: USERNAME,
      explanation: 'The server asks for the user name',
      answer: (response) => takeName(context, response),
    }
  },
  explain: (who, octets) =>
    who === 'server'
      ? `The server asks: ${shown(octets)}`
      : `${shown(octets)}: the user name first, then the password; anybody who listens can read it`,
  begin: ({ login: name, password }) => ({
    kind: 'wait',
    answer: () => ({
      kind: 'respond',
      octets: utf8(name),
      explanation: 'The user name',
      answer: () => ({
        kind: 'respond',
        octets: utf8(password),
        explanation: 'The password',
        answer: noMore,
      }),
    }),
  }),
}
