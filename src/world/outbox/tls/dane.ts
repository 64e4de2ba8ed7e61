import { askDns, runAsync } from '../../../core/effects.ts'
import { recordsOf } from '../../../core/dns.ts'
import type { Certificate } from '../../../core/tls.ts'
import { answersOn, type Internet } from '../../internet.ts'
import { certificateProblem, isFor } from '../../tls/certificate.ts'
import { isSigned } from '../../tls/signed-zones.ts'
import type { QueuedMessage } from '../queued-message.ts'
import type { TlsObjection } from './objection.ts'

/** A TLSA record that a sender of mail can use (RFC 7672 §3.1). */
export interface Tlsa {
  /** 2: of the issuer. 3: of the host itself. */
  readonly usage: 2 | 3
  /** 0: of the whole certificate. 1: of its public key. */
  readonly selector: 0 | 1
  /** 1: SHA-256; certificates of the world have no other digest. */
  readonly matching: number
  /** In lowercase hex. */
  readonly data: string
}

export type DaneFound =
  | { readonly kind: 'none' }
  /** No answer that can be believed came: an attack may be under way. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** `records` are those that can be used; without any, TLS is needed all the same. */
  | { readonly kind: 'found'; readonly records: readonly Tlsa[]; readonly lines: readonly string[] }

/** The TLSA records of a mail host; only those of a signed zone count (RFC 7672 §2.2). */
export async function findDane(
  net: Internet,
  message: QueuedMessage,
  mx: string,
): Promise<DaneFound> {
  const name = `_25._tcp.${mx}`
  if (!isSigned(net.spec, name)) return { kind: 'none' }
  const answer = await runAsync(
    askDns(name, 'TLSA'),
    answersOn(net, message.host.name, { queueId: message.id }),
  )
  if (answer.status === 'servfail' || answer.status === 'timeout')
    return {
      kind: 'lost',
      reason: `No answer for \`${name}\` that can be believed: mail waits until there is one.`,
    }
  const all = recordsOf(answer, 'TLSA')
  if (!all.length) return { kind: 'none' }
  return {
    kind: 'found',
    records: all.flatMap(({ fields }) => readTlsa(fields)),
    lines: all.map(({ fields }) => fields.join(' ')),
  }
}

/** PKIX-TA and PKIX-EE are of no use here (RFC 7672 §3.1.3). */
export function readTlsa([usage, selector, matching, ...data]: readonly string[]): Tlsa[] {
  const read = { usage: Number(usage), selector: Number(selector), matching: Number(matching) }
  const isUsable =
    (read.usage === 2 || read.usage === 3) && read.selector <= 1 && read.matching <= 2
  return isUsable ? [{ ...read, data: data.join('').toLowerCase() } as Tlsa] : []
}

/**
 * Whether one of the records names the certificate. Of the host itself neither name nor dates count
 * (RFC 7672 §3.1.1); under an issuer both do (§3.1.2).
 * @param now In milliseconds.
 */
export function daneObjection(
  records: readonly Tlsa[],
  certificate: Certificate,
  mx: string,
  now: number,
): TlsObjection | undefined {
  const named = records.filter((record) => digestOf(certificate, record) === record.data)
  if (named.some(({ usage }) => usage === 3)) return undefined
  if (!named.length)
    return {
      kind: 'tlsa-invalid',
      reason: `No TLSA record of \`${mx}\` names the certificate that is shown.`,
      source: { rfc: 7672, section: records.some(({ usage }) => usage === 3) ? '3.1.1' : '3.1.2' },
    }
  if (!isFor(certificate.names, mx))
    return {
      kind: 'certificate-host-mismatch',
      reason: `Its issuer is named by TLSA, but the certificate is not for \`${mx}\`.`,
      source: { rfc: 7672, section: '3.2.2' },
    }
  const problem = certificateProblem({ ...certificate, issuer: 'trusted' }, mx, now)
  return (
    problem && { ...problem, kind: 'certificate-expired', source: { rfc: 7672, section: '3.1.2' } }
  )
}

function digestOf(
  { digests }: Certificate,
  { usage, selector, matching }: Tlsa,
): string | undefined {
  if (matching !== 1) return undefined
  if (usage === 3) return selector === 1 ? digests.key : digests.certificate
  return selector === 1 ? digests.issuerKey : digests.issuer
}
