import { decodeBase64, encodeBase64 } from '../../../core/base64.ts'
import { beginExchange, chooseMechanism, type ClientStep } from '../../sasl/sasl.ts'
import { login, type Request } from './commands.ts'
import type { Talking } from './session.ts'

/** How to get in. */
export type LoginMethod =
  | {
      readonly kind: 'sasl'
      readonly request: Request
      readonly step: ClientStep
      readonly fresh: 'yes' | 'no'
    }
  | { readonly kind: 'login'; readonly request: Request }
  | { readonly kind: 'none'; readonly reason: string }

/**
 * The best mechanism that both know, else LOGIN (RFC 9051 §6.2.2, §6.2.3). An eavesdropper learns no
 * password, unless the job allows it.
 */
export function findLoginMethod({ job, secured, capabilities }: Talking): LoginMethod {
  const { credentials, clearPassword } = job
  const maySendPassword = secured === 'yes' || clearPassword === 'allowed'
  const announced = [...capabilities].flatMap((name) => /^AUTH=(.+)$/.exec(name)?.[1] ?? [])
  const mechanism = chooseMechanism(announced, credentials, maySendPassword ? 'sealed' : 'open')
  if (mechanism !== undefined) return beginSasl(mechanism, credentials, capabilities)
  if (!maySendPassword)
    return {
      kind: 'none',
      reason: 'Without TLS the server takes only a password that anybody could read on the way',
    }
  if (capabilities.has('LOGINDISABLED') || credentials.token !== undefined)
    return { kind: 'none', reason: 'The server offers no login that I know' }
  return { kind: 'login', request: login(credentials.login, credentials.password) }
}

function beginSasl(
  mechanism: string,
  credentials: Talking['job']['credentials'],
  capabilities: ReadonlySet<string>,
): LoginMethod {
  const step = beginExchange(mechanism, credentials)
  const verb = 'AUTHENTICATE'
  if (step.kind !== 'respond' || !capabilities.has('SASL-IR')) {
    const request = { verb, pieces: [`${verb} ${mechanism}`] }
    return { kind: 'sasl', request, step, fresh: 'yes' }
  }
  // RFC 4959 §3: an empty one is written as `=`.
  const initial = encodeBase64(step.octets) || '='
  const request = { verb, pieces: [`${verb} ${mechanism} ${initial}`] }
  return { kind: 'sasl', request, step, fresh: 'no' }
}

/** The next line of an exchange; `*` ends one that cannot be right. */
export function answerChallenge(
  step: ClientStep,
  fresh: 'yes' | 'no',
  challenge: string,
): { readonly line: string; readonly step: ClientStep } {
  const read = decodeBase64(challenge)
  const next = read.ok ? stepAfter(step, fresh, read.bytes) : calledOff
  return next.kind === 'respond'
    ? { line: encodeBase64(next.octets), step: next }
    : { line: '*', step: next.kind === 'cancel' ? next : calledOff }
}

function stepAfter(step: ClientStep, fresh: 'yes' | 'no', challenge: Uint8Array): ClientStep {
  if (step.kind === 'cancel') return step
  return fresh === 'yes' && step.kind === 'respond' ? step : step.answer(challenge)
}

const calledOff: ClientStep = { kind: 'cancel', explanation: 'The server does not write base64' }
