import type { ArcVerdict } from '../../auth/arc/validate.ts'
import { coversAddress, parseIp } from '../../core/ip.ts'
import { isSameDomain } from '../../core/idna.ts'
import type { TrustsSpec } from '../spec.ts'

/**
 * What a host knows in favour of a message whose DMARC failed: a forwarder that it trusts, or seals of
 * those it believes, over the results that the first of them found (RFC 9989 §7.4, RFC 8617 §7.2.1).
 * @returns The end of a sentence that begins with “but”.
 */
export function vouchedFor(
  { forwarders = [], sealers = [] }: TrustsSpec,
  ip: string,
  arc: ArcVerdict | undefined,
): string | undefined {
  const address = parseIp(ip)
  const network = address && forwarders.find((range) => coversAddress(range, address))
  if (network !== undefined)
    return `this host trusts the forwarder ${ip}: what it sends on was judged there (RFC 9989 §7.4).`
  if (arc?.status !== 'pass') return undefined
  const unknown = arc.sets.find(
    ({ seal }) => !sealers.some((domain) => isSameDomain(domain, seal.domain)),
  )
  if (unknown) return undefined
  const first = arc.sets[0]
  const found = first?.results?.results.find(({ method }) => method.text.toLowerCase() === 'dmarc')
  if (!first || found?.result.text.toLowerCase() !== 'pass') return undefined
  return `its seals hold, this host believes \`${first.seal.domain}\`, and DMARC passed there (RFC 8617 §7.2.1).`
}
