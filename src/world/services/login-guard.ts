import { isSmtp } from '../answered-command.ts'
import type { EventBody } from '../events/index.ts'
import type { ServiceEffect } from './service.ts'

/** Failed logins on one connection: each reply is later by a second than the one before. */
const DELAY = 1000

/** The failed login that ends a connection. */
export const LAST_FAILURE = 5

/** Slows down a client that guesses passwords, and hangs up on it in the end. */
export class LoginGuard {
  readonly #farewell: readonly ServiceEffect[]
  #failures = 0

  /** @param farewell The last words after too many failures, and the end. */
  constructor(farewell: readonly ServiceEffect[]) {
    this.#farewell = farewell
  }

  get isOver(): boolean {
    return this.#failures >= LAST_FAILURE
  }

  /** Delays the replies to failed logins among the effects; behind the last one come the last words. */
  guard(effects: readonly ServiceEffect[]): readonly ServiceEffect[] {
    if (!hasFailure(effects)) return effects
    const guarded: ServiceEffect[] = []
    for (const effect of effects) {
      if (isFailure(effect)) {
        const reply = guarded.findLastIndex(({ type }) => type === 'send')
        guarded.splice(reply, 0, { type: 'wait', milliseconds: DELAY * ++this.#failures })
      }
      guarded.push(effect)
      if (this.isOver) return [...guarded, ...this.#farewell]
    }
    return guarded
  }
}

/** There are many effects, and next to none is of a failed login. */
function hasFailure(effects: readonly ServiceEffect[]): boolean {
  for (const effect of effects) if (isFailure(effect)) return true
  return false
}

const isFailure = (effect: ServiceEffect): boolean =>
  effect.type === 'note' && effect.event.type === 'command' && isFailedLogin(effect.event)

/** By the codes for wrong credentials: RFC 4954 §6, RFC 5530 §3, RFC 3206 §5. */
function isFailedLogin(command: Extract<EventBody, { readonly type: 'command' }>): boolean {
  if (isSmtp(command)) return command.code === 535
  const { status, responseCode } = command
  if (status === 'OK' || status === '+OK') return false
  return responseCode === 'AUTH' || responseCode === 'AUTHENTICATIONFAILED'
}
