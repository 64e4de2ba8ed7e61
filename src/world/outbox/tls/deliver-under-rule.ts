import type { DecidedAction } from '../../events/decided.ts'
import type { Internet } from '../../internet.ts'
import { deliverOverSmtp, type SmtpResult, type TlsDemand } from '../deliver-over-smtp.ts'
import type { QueuedMessage, QueuedRecipient } from '../queued-message.ts'
import type { TlsObjection } from './objection.ts'
import { noteTlsSession } from './sessions.ts'
import type { TlsRule } from './rules.ts'

/** As without a rule; `status` where the rule ended it before a connection. */
export type RuledResult =
  | Exclude<SmtpResult, { kind: 'insecure' }>
  | { readonly kind: 'insecure'; readonly reason: string; readonly status?: string }

interface RuledTarget {
  readonly name: string
  readonly ip: string
  readonly rule: TlsRule
}

/** What a client does for each need; a policy that is only tested changes nothing. */
const DEMANDS: Readonly<Record<TlsRule['needs'], TlsDemand['tls']>> = {
  none: 'off',
  opportunistic: 'opportunistic',
  required: 'required',
  verified: 'required',
}

/**
 * Holds a sending session as a rule about TLS allows. What a rule is against is for now: the mail waits, or
 * goes to another host (RFC 8461 §5).
 */
export async function deliverUnderRule(
  net: Internet,
  message: QueuedMessage,
  to: readonly QueuedRecipient[],
  target: RuledTarget,
): Promise<RuledResult> {
  const { rule, ip } = target
  const isEnforced = rule.mode === 'enforce'
  let against = rule.against
  if (against && isEnforced) {
    note(net, message, target, 'deferred', against)
    noteTlsSession(net, message, target, against)
    return { kind: 'insecure', reason: against.reason }
  }
  const result = await deliverOverSmtp(net, message, to, ip, undefined, {
    tls: isEnforced || rule.needs === 'none' ? DEMANDS[rule.needs] : 'opportunistic',
    check(certificate) {
      against ??= rule.check(certificate, net.clock.now())
      return isEnforced ? against?.reason : undefined
    },
  })
  if (result.kind === 'no-answer') return result
  const isBare = result.kind === 'done' && result.tls === 'down' && result.end.extensions.size > 0
  if (isBare && rule.needs !== 'none' && !against) against = noStartTls(target)
  const isWanted = rule.needs !== 'opportunistic' && rule.needs !== 'none'
  if (against && (isWanted || rule.against))
    note(net, message, target, isEnforced ? 'deferred' : 'noted', against)
  else if (isWanted && result.kind === 'done' && result.tls === 'up')
    note(net, message, target, 'accepted', { kind: '', reason: held(target) })
  if (against || (result.kind === 'done' && result.tls === 'up'))
    noteTlsSession(net, message, target, against)
  return result
}

const noStartTls = ({ name }: RuledTarget): TlsObjection => ({
  kind: 'starttls-not-supported',
  reason: `\`${name}\` offers no STARTTLS, or somebody on the way hides it.`,
})

const held = ({ name, rule }: RuledTarget): string =>
  rule.needs === 'verified'
    ? `The certificate of \`${name}\` holds.`
    : `TLS with \`${name}\` is up.`

function note(
  net: Internet,
  message: QueuedMessage,
  { name, rule }: RuledTarget,
  action: DecidedAction,
  { reason, source = rule.source }: TlsObjection,
): void {
  net.emit({
    ...{ type: 'decided', host: message.host.name, queueId: message.id, policy: rule.by, action },
    setting: rule.by === 'tls' ? 'sending.tls' : 'sending.honours',
    ...{ subject: name, reason, ...(source && { source }) },
  })
}
