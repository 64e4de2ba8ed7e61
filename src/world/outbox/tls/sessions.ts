import type { Internet } from '../../internet.ts'
import type { QueuedMessage } from '../queued-message.ts'
import type { TlsObjection } from './objection.ts'
import type { TlsRule } from './rules.ts'
import { TLS_REPORT } from './session.ts'

/** Sessions that a host keeps for its reports. */
const MAX_SESSIONS = 10_000

const POLICIES = { tls: 'no-policy-found', 'mta-sts': 'sts', dane: 'tlsa' } as const

/** Counts a session, where the host reports about TLS and the message is no such report itself. */
export function noteTlsSession(
  net: Internet,
  { host, about }: QueuedMessage,
  { name, ip, rule }: { readonly name: string; readonly ip: string; readonly rule: TlsRule },
  against: TlsObjection | undefined,
): void {
  if (!host.reports?.tls || about === TLS_REPORT) return
  const { tlsSessions } = net.stateOf(host.name)
  if (tlsSessions.length >= MAX_SESSIONS) return
  tlsSessions.push({
    ...{ at: net.clock.now(), domain: rule.domain, policy: POLICIES[rule.by], lines: rule.lines },
    ...{ mx: name, ip, ...(against && { failure: against.kind }) },
  })
}
