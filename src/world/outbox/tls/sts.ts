import { parseStsPolicy, type StsPolicy } from '../../../auth/mta-sts/policy.ts'
import { isStsText, parseStsRecord } from '../../../auth/mta-sts/record.ts'
import { askDns, runAsync } from '../../../core/effects.ts'
import { joinedText, recordsOf } from '../../../core/dns.ts'
import { remember } from '../../../protocols/smtp/policies/memory.ts'
import { answersOn, type Internet } from '../../internet.ts'
import { fetchHttps } from '../../web/fetch.ts'
import type { QueuedMessage } from '../queued-message.ts'
import type { TlsObjection } from './objection.ts'

export interface StsFound {
  /** The policy that counts now; absent where the domain has none that can be followed. */
  readonly policy?: StsPolicy
  /** Why there is none, though the domain says that there is. */
  readonly problem?: TlsObjection
}

const source = { rfc: 8461, section: '3.3' } as const

/**
 * The policy of a recipient’s domain (RFC 8461 §3.3): fetched where the record names another than the one
 * that is kept, and kept for as long as it says. What cannot be fetched changes nothing about one that is kept.
 */
export async function findSts(
  net: Internet,
  message: QueuedMessage,
  domain: string,
): Promise<StsFound> {
  const { stsPolicies } = net.stateOf(message.host.name)
  const before = stsPolicies.get(domain)
  const kept = before && before.until > net.clock.now() ? before : undefined
  const id = await recordId(net, message, domain)
  if (id === undefined || id === kept?.id) return kept ? { policy: kept.policy } : {}
  const fetched = await fetchPolicy(net, message, domain)
  if ('kind' in fetched) return kept ? { policy: kept.policy } : { problem: fetched }
  const until = net.clock.now() + fetched.maxAge! * 1000
  remember(stsPolicies, domain, { id, policy: fetched, until })
  return { policy: fetched }
}

/** The id of the one record; `undefined` where there is none that counts (RFC 8461 §3.1). */
async function recordId(
  net: Internet,
  message: QueuedMessage,
  domain: string,
): Promise<string | undefined> {
  const answer = await runAsync(
    askDns(`_mta-sts.${domain}`, 'TXT'),
    answersOn(net, message.host.name, { queueId: message.id }),
  )
  const texts = recordsOf(answer, 'TXT').map(joinedText).filter(isStsText)
  return texts.length === 1 ? parseStsRecord(texts[0]!).id : undefined
}

async function fetchPolicy(
  net: Internet,
  message: QueuedMessage,
  domain: string,
): Promise<StsPolicy | TlsObjection> {
  const url = `https://mta-sts.${domain}/.well-known/mta-sts.txt`
  const answer = await fetchHttps(net, { by: message.host.name, url, queueId: message.id })
  if (!answer.ok)
    return {
      kind: answer.failure === 'certificate' ? 'sts-webpki-invalid' : 'sts-policy-fetch-error',
      reason: `The policy of ${domain} cannot be fetched: ${answer.reason}`,
      source,
    }
  if (answer.status !== 200)
    return {
      kind: 'sts-policy-fetch-error',
      reason: `The policy of ${domain} cannot be fetched: ${url} answers ${answer.status}.`,
      source,
    }
  const policy = parseStsPolicy(answer.text)
  if (policy.valid && answer.type.startsWith('text/plain')) return policy
  return {
    kind: 'sts-policy-invalid',
    reason: `The policy of ${domain} cannot be followed.`,
    source: { rfc: 8461, section: '3.2' },
  }
}
