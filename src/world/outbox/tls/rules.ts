import { patternFinder } from '../../../auth/mta-sts/match-host.ts'
import { isSameDomain } from '../../../core/idna.ts'
import type { Certificate } from '../../../core/tls.ts'
import type { Internet } from '../../internet.ts'
import type { TlsNeed } from '../../spec.ts'
import { certificateProblem } from '../../tls/certificate.ts'
import type { QueuedMessage } from '../queued-message.ts'
import { daneObjection, findDane } from './dane.ts'
import { RESULT_OF, type TlsObjection } from './objection.ts'
import { TLS_REPORT } from './session.ts'
import { findSts, type StsFound } from './sts.ts'

/** What TLS a sender wants on the way to one mail host, and whose policy that is. */
export interface TlsRule {
  /** The recipients’ domain. */
  readonly domain: string
  /** `tls`: the sender’s own. */
  readonly by: 'tls' | 'mta-sts' | 'dane'
  readonly needs: TlsNeed
  /** `testing`: what does not do is noted, and the mail goes (RFC 8461 §5). */
  readonly mode: 'enforce' | 'testing'
  /** What is against the host before anybody connects. */
  readonly against?: TlsObjection
  /** The policy as it was found, for reports. */
  readonly lines: readonly string[]
  readonly source?: { readonly rfc: number; readonly section: string }
  check(certificate: Certificate, now: number): TlsObjection | undefined
}

/** The rules for the mail hosts of one domain. */
export interface TlsRules {
  forHost(mx: string): Promise<TlsRule>
}

/** @returns `undefined` where the host has no rule of its own: TLS where it is offered, as ever. */
export async function tlsRulesFor(
  net: Internet,
  message: QueuedMessage,
  domain: string,
): Promise<TlsRules | undefined> {
  const { sending = {}, reports } = message.host
  if (message.about === TLS_REPORT) return undefined
  const { tls, tlsFor = [], honours = [] } = sending
  if (tls === undefined && !tlsFor.length && !honours.length && !reports?.tls) return undefined
  const need = tlsFor.find((one) => isSameDomain(one.domain, domain))?.tls ?? tls ?? 'opportunistic'
  const sts = honours.includes('mta-sts') ? await findSts(net, message, domain) : {}
  return {
    async forHost(mx) {
      const dane = honours.includes('dane') ? await daneRule(net, message, domain, mx) : undefined
      return dane ?? stsRule(domain, mx, sts) ?? ownRule(domain, mx, need, sts.problem)
    },
  }
}

function ownRule(
  domain: string,
  mx: string,
  needs: TlsNeed,
  problem: TlsObjection | undefined,
): TlsRule {
  return {
    ...{ domain, by: problem ? 'mta-sts' : 'tls', needs, mode: problem ? 'testing' : 'enforce' },
    ...{ lines: [], ...(problem && { against: problem }) },
    check: (certificate, now) =>
      needs === 'verified' ? objectionTo(certificate, mx, now) : undefined,
  }
}

function objectionTo(
  certificate: Certificate,
  mx: string,
  now: number,
  source?: TlsObjection['source'],
): TlsObjection | undefined {
  const problem = certificateProblem(certificate, mx, now)
  return (
    problem && { kind: RESULT_OF[problem.kind], reason: problem.reason, ...(source && { source }) }
  )
}

/** RFC 8461 §4.1: the host must be named by the policy, and its certificate must hold for it. */
function stsRule(domain: string, mx: string, { policy }: StsFound): TlsRule | undefined {
  if (!policy || policy.mode === 'none') return undefined
  const isNamed = patternFinder(policy.mx.map(({ value }) => value))(mx) !== undefined
  return {
    ...{ domain, by: 'mta-sts', needs: 'verified', source: { rfc: 8461, section: '5' } },
    mode: policy.mode === 'enforce' ? 'enforce' : 'testing',
    lines: policy.fields.map(({ key, value }) => `${key}: ${value}`),
    ...(!isNamed && {
      against: {
        kind: 'validation-failure',
        reason: `The policy of ${domain} does not name \`${mx}\`.`,
        source: { rfc: 8461, section: '4.1' },
      },
    }),
    check: (certificate, now) => objectionTo(certificate, mx, now, { rfc: 8461, section: '4.2' }),
  }
}

/** Where a host has TLSA records that can be believed, they alone decide. */
async function daneRule(
  net: Internet,
  message: QueuedMessage,
  domain: string,
  mx: string,
): Promise<TlsRule | undefined> {
  const found = await findDane(net, message, mx)
  if (found.kind === 'none') return undefined
  const rule = { domain, by: 'dane', mode: 'enforce' } as const
  if (found.kind === 'lost') {
    const source = { rfc: 7672, section: '2.1.2' }
    const against = { kind: 'dnssec-invalid', reason: found.reason, source }
    return { ...rule, needs: 'required', lines: [], against, source, check: () => undefined }
  }
  const { records, lines } = found
  const source = { rfc: 7672, section: '2.2' }
  if (!records.length) return { ...rule, needs: 'required', lines, source, check: () => undefined }
  return {
    ...{ ...rule, needs: 'verified', lines, source },
    check: (certificate, now) => daneObjection(records, certificate, mx, now),
  }
}
