import type { Certificate } from '../../core/tls.ts'
import { labelsOf } from '../../core/domain.ts'
import { askedName } from '../../core/idna.ts'
import type { CertificateSpec, HostSpec } from '../spec.ts'

/** What a host shows: by default one that everybody trusts, for its own name. */
export const certificateOf = ({ name, certificate }: HostSpec): Certificate =>
  certificate ? readCertificate(certificate) : { names: [name], issuer: 'trusted', digests: {} }

export const readCertificate = ({
  names,
  from,
  until,
  issuer = 'trusted',
  digests = {},
}: CertificateSpec): Certificate => ({
  names,
  issuer,
  digests,
  ...(from !== undefined && { from: Date.parse(from) }),
  ...(until !== undefined && { until: Date.parse(until) }),
})

/** Why a client does not believe a certificate. */
export interface CertificateProblem {
  readonly kind: 'name' | 'expired' | 'early' | 'untrusted'
  /** In a sentence. */
  readonly reason: string
}

/**
 * Whether a certificate holds for a name, as RFC 8461 §4.2 asks: signed by one whom the client trusts, at
 * this time, for this very name.
 * @param now In milliseconds.
 * @returns The first problem; `undefined` if it holds.
 */
export function certificateProblem(
  certificate: Certificate,
  name: string,
  now: number,
): CertificateProblem | undefined {
  const { from = -Infinity, until = Infinity, issuer, names } = certificate
  if (issuer === 'self')
    return {
      kind: 'untrusted',
      reason: `The certificate of \`${name}\` is signed by the host itself, which no sender trusts.`,
    }
  if (now < from)
    return {
      kind: 'early',
      reason: `The certificate of \`${name}\` holds only from ${at(from)} on.`,
    }
  if (now >= until)
    return { kind: 'expired', reason: `The certificate of \`${name}\` expired at ${at(until)}.` }
  return isFor(names, name) ? undefined : { kind: 'name', reason: strangerTo(names, name) }
}

const strangerTo = (names: readonly string[], name: string): string =>
  `The certificate is for ${names.map((one) => `\`${one}\``).join(', ')}, not for \`${name}\`.`

const at = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')

/** A `*` stands for exactly the leftmost label. */
export function isFor(names: readonly string[], name: string): boolean {
  const wanted = askedName(name)
  const [, ...rest] = labelsOf(wanted)
  return names.some((one) => {
    const own = askedName(one)
    return own === wanted || (rest.length > 0 && own === `*.${rest.join('.')}`)
  })
}
