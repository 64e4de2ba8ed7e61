import type { Effect } from '../../core/effects.ts'
import { checkHost, type HostQuestion } from './check-host.ts'
import { senderOf, type Sender } from './session.ts'
import type { SpfVerdict } from './verdict.ts'

export type { Decision, SpfResult, SpfVerdict } from './verdict.ts'
export { checkHost, type HostQuestion } from './check-host.ts'

export interface SpfInput {
  /** The client's IPv4 or IPv6 address. */
  readonly ip: string
  /** The client's name in EHLO or HELO. */
  readonly helo: string
  /** The reverse-path without angle brackets; empty for the null sender. */
  readonly mailFrom: string
  /** The receiving host's name, for `%{r}`; `unknown` by default. */
  readonly receiver?: string
  /** Milliseconds since 1970, for `%{t}`; 0 by default. */
  readonly now?: number
}

/**
 * Evaluates SPF for the MAIL FROM identity (RFC 7208 §2.4). For the null sender that is
 * `postmaster` at the HELO name.
 */
export function evaluateSpf(input: SpfInput): Effect<SpfVerdict> {
  if (input.mailFrom === '') return evaluateHelo(input)
  const sender = senderOf(input.mailFrom)
  return checkHost(questionOf(input, sender, 'mailfrom'))
}

/** Evaluates SPF for the HELO identity, as §2.3 recommends beside MAIL FROM. */
export function evaluateHelo(input: Omit<SpfInput, 'mailFrom'>): Effect<SpfVerdict> {
  const sender = { local: 'postmaster', domain: input.helo }
  return checkHost(questionOf(input, sender, 'helo'))
}

const questionOf = (
  { ip, helo, receiver, now }: Omit<SpfInput, 'mailFrom'>,
  sender: Sender,
  identity: SpfVerdict['identity'],
): HostQuestion => ({ ip, domain: sender.domain, sender, identity, helo, receiver, now })
