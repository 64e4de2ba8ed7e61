import type { Effect } from '../../core/effects.ts'
import { formatIp, parseIp, unmapIpv4 } from '../../core/ip.ts'
import { inALabels, isAscii } from '../../core/idna.ts'
import { step, type Step } from '../../core/trace.ts'
import { showAsWritten } from '../as-written.ts'
import { checkDomain } from './check-domain.ts'
import { explain } from './explain.ts'
import type { Explanation } from './host-result.ts'
import type { Sender, Session } from './session.ts'
import type { SpfVerdict } from './verdict.ts'

/** The arguments of check_host() (RFC 7208 §4.1), and what macros may ask for. */
export interface HostQuestion {
  /** The client's IPv4 or IPv6 address. */
  readonly ip: string
  /** Whose record is asked. */
  readonly domain: string
  readonly sender: Sender
  readonly identity: SpfVerdict['identity']
  readonly helo: string
  /** The checking host's name; `unknown` by default (§7.3). */
  readonly receiver?: string | undefined
  /** Milliseconds since 1970; 0 by default. */
  readonly now?: number | undefined
}

/**
 * Checks one identity of one client against one domain (RFC 7208 §4), with its explanation. U-labels
 * are made A-labels before (RFC 8616 §4), and are shown as they were written.
 */
export function checkHost(question: HostQuestion): Effect<SpfVerdict> {
  const { domain, sender, helo } = question
  const isPlain = isAscii(domain) && isAscii(sender.domain) && isAscii(helo)
  return isPlain ? checkAsked(question) : checkWritten(question)
}

function* checkWritten(question: HostQuestion): Effect<SpfVerdict> {
  const { domain, sender, helo } = question
  const verdict = yield* checkAsked({
    ...question,
    domain: inALabels(domain),
    sender: { ...sender, domain: inALabels(sender.domain) },
    helo: inALabels(helo),
  })
  return { ...showAsWritten(verdict, [domain, sender.domain, helo]), domain }
}

function* checkAsked(question: HostQuestion): Effect<SpfVerdict> {
  const octets = parseIp(question.ip)
  if (!octets) return unreadable(question)
  const ip = unmapIpv4(octets)
  const session: Session = {
    ip,
    client: formatIp(ip),
    sender: question.sender,
    helo: question.helo,
    receiver: question.receiver ?? 'unknown',
    now: question.now ?? 0,
    used: { lookups: 0, voids: 0 },
  }
  const found = yield* checkDomain(question.domain, session, 'ignore')
  const { lookups, voids } = session.used
  const explained = found.exp && (yield* explanationFor(found.exp, session))
  return {
    result: found.result,
    identity: question.identity,
    domain: question.domain,
    decidedBy: found.decidedBy,
    explanation: explained?.text,
    lookups,
    voids,
    reason: found.reason,
    trace: explained ? withStep(found.trace, explained.trace) : found.trace,
  }
}

function* explanationFor(exp: Explanation, session: Session) {
  return yield* explain(exp, {
    session,
    domain: exp.domain,
    above: [],
    steps: [],
    checkHost: (domain) => checkDomain(domain, session, 'ignore'),
  })
}

const withStep = (trace: Step, last: Step): Step => ({ ...trace, steps: [...trace.steps, last] })

function unreadable({ ip, identity, domain }: HostQuestion): SpfVerdict {
  const reason = `\`${ip}\` is not an IP address, so there is no client to check.`
  return {
    result: 'none',
    identity,
    domain,
    lookups: 0,
    voids: 0,
    reason,
    trace: step({
      kind: 'spf/check',
      text: reason,
      outcome: 'note',
      source: { rfc: 7208, section: '4.1' },
    }),
  }
}
