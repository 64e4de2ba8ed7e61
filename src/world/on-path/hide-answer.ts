import type { DnsAnswer, RecordType } from '../../core/dns.ts'
import { isSameDomain } from '../../core/idna.ts'
import type { HostSpec, WorldSpec } from '../spec.ts'
import { isSigned } from '../tls/signed-zones.ts'

/**
 * What a host gets for a question whose answer somebody hides: there is no such record. Where the zone is
 * signed and the host validates (it honours DANE), it sees that this is not true, and has no answer.
 */
export function hiddenAnswer(
  spec: Pick<WorldSpec, 'onPath' | 'zones'>,
  host: HostSpec | undefined,
  by: string,
  name: string,
  type: RecordType,
): DnsAnswer | undefined {
  const isHidden = spec.onPath?.some(
    (one) =>
      one.does === 'hide-answer' &&
      (one.from === undefined || isSameDomain(one.from, by)) &&
      isSameDomain(one.name, name) &&
      (one.type ?? type) === type,
  )
  if (!isHidden) return undefined
  const validates = host?.sending?.honours?.includes('dane') === true
  return { status: validates && isSigned(spec, name) ? 'servfail' : 'nodata', records: [] }
}
