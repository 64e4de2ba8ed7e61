import { decodeBase64, encodeBase64 } from '../../../core/base64.ts'
import {
  beginExchange,
  chooseMechanism,
  type ClientStep,
  type Credentials,
} from '../../sasl/sasl.ts'
import type { Offered } from './commands.ts'
import type { Reply } from '../wire/reply.ts'

/** The next line of a login, and what the client makes of the challenge that follows. */
export interface LoginLine {
  readonly line: string
  readonly step: ClientStep
}

/** AUTH with the best mechanism that both know (RFC 4954 §4); `undefined` where there is none. */
export function beginLogin(extensions: Offered, credentials: Credentials): LoginLine | undefined {
  const announced = (extensions.get('AUTH') ?? '').split(' ')
  const mechanism = chooseMechanism(announced, credentials)
  if (mechanism === undefined) return undefined
  const step = beginExchange(mechanism, credentials)
  if (step.kind !== 'respond') return { line: `AUTH ${mechanism}`, step }
  const initial = encodeBase64(step.octets)
  return { line: `AUTH ${mechanism} ${initial === '' ? '=' : initial}`, step }
}

/** Answers a challenge; `*` ends a login that cannot be right. */
export function answerChallenge(step: ClientStep, challenge: Reply): LoginLine {
  const read = decodeBase64(challenge.lines.join(''))
  const next = step.kind === 'cancel' || !read.ok ? calledOff : step.answer(read.bytes)
  if (next.kind !== 'respond') return { line: '*', step: calledOff }
  return { line: encodeBase64(next.octets), step: next }
}

const calledOff: ClientStep = { kind: 'cancel', explanation: 'The exchange is called off' }
