import { askDns, type Effect } from '../../core/effects.ts'
import { joinedText, recordsOf } from '../../core/dns.ts'
import { labelsOf, MAX_LABEL, MAX_NAME } from '../../core/domain.ts'
import { askedName, isSameDomain } from '../../core/idna.ts'
import { step, type Step } from '../../core/trace.ts'
import { dmarcRecords } from './lookup.ts'
import { suffixList, treeWalk, type DmarcMode } from './method.ts'
import { parseDmarc, type DmarcRecord } from './parse.ts'
import { PUBLIC_SUFFIXES } from './public-suffixes.ts'
import type { ReportUri } from './report-uri.ts'

/** `rua`: aggregate reports. `ruf`: failure reports (RFC 9991 §5). */
export type ReportTag = 'rua' | 'ruf'

/** What became of one address that a policy names. */
export interface Destination {
  /** As the policy has it. */
  readonly uri: ReportUri
  /**
   * `own`: of the same organization. `allowed`: the other side wants them. `refused`: it does not
   * accept them; nothing is sent. `unknown`: no server answered; a later query may succeed.
   * `unusable`: no address that a report could be mailed to.
   */
  readonly status: 'own' | 'allowed' | 'refused' | 'unknown' | 'unusable'
  /** Where reports go: the other side may name another address of its own. */
  readonly addresses: readonly string[]
  readonly reason: string
}

export interface Destinations {
  readonly destinations: readonly Destination[]
  /** Every address to send to, each once. */
  readonly addresses: readonly string[]
  readonly trace: Step
}

export interface DestinationQuery {
  /** The domain where the policy was found. */
  readonly policyDomain: string
  readonly record: Pick<DmarcRecord, 'rua' | 'ruf' | 'psd'>
  readonly tag: ReportTag
  readonly mode: DmarcMode
}

/** URIs of one record that are looked at: a limit of ours (RFC 9990 §3.5 allows one). */
export const MAX_DESTINATIONS = 10

/**
 * Where reports may be sent (RFC 9990 §4): within the organization of the policy, and to others
 * that accept them, with a record at `policy-domain._report._dmarc.their-host`. Never throws.
 */
export function* findDestinations(query: DestinationQuery): Effect<Destinations> {
  const { policyDomain, record, tag, mode } = query
  const from = askedName(policyDomain)
  const records = dmarcRecords()
  const method = mode === '9989' ? treeWalk(records) : suffixList(records, PUBLIC_SUFFIXES)
  const steps: Step[] = []
  const destinations: Destination[] = []
  for (const uri of record[tag].slice(0, MAX_DESTINATIONS)) {
    const host = uri.domain
    if (!uri.valid || uri.scheme !== 'mailto' || host === undefined)
      destinations.push(found(uri, 'unusable', [], 'is no address that a report can be mailed to'))
    else if (tag === 'ruf' && record.psd === 'y')
      destinations.push(
        found(
          uri,
          'refused',
          [],
          'stands in the record of a public suffix, whose owner gets no failure reports',
        ),
      )
    else {
      const mine = yield* method.organizational(from)
      const asked = askedName(host)
      const theirs = yield* method.organizational(asked)
      const isOwn = method.areOne(from, asked)
      destinations.push(
        isOwn === undefined
          ? found(
              uri,
              'unknown',
              [],
              'belongs to an unknown organization: no server answered a DNS query',
            )
          : isOwn
            ? found(
                uri,
                'own',
                [uri.address!],
                `belongs to \`${mine ?? theirs ?? from}\` as the policy does`,
              )
            : yield* askOther(from, uri, host, tag, steps),
      )
    }
  }
  const addresses = [...new Set(destinations.flatMap((one) => one.addresses))]
  return { destinations, addresses, trace: traceOf(destinations, [...records.steps, ...steps]) }
}

const found = (
  uri: ReportUri,
  status: Destination['status'],
  addresses: readonly string[],
  why: string,
): Destination => ({ uri, status, addresses, reason: `\`${uri.text}\` ${why}.` })

/** Steps 1 to 9 of RFC 9990 §4. */
function* askOther(
  from: string,
  uri: ReportUri,
  host: string,
  tag: ReportTag,
  steps: Step[],
): Effect<Destination> {
  const name = `${from}._report._dmarc.${askedName(host)}`
  if (name.length > MAX_NAME || labelsOf(name).some((label) => label.length > MAX_LABEL))
    return found(uri, 'refused', [], 'cannot be asked: the name to ask at would be too long')
  const answer = yield* askDns(name, 'TXT')
  const asked = { question: { ask: 'dns' as const, name, type: 'TXT' as const }, answer }
  const note = (text: string, outcome: Step['outcome']): void => {
    const source = { rfc: 9990, section: '4' }
    steps.push(step({ kind: 'dmarc/report-permission', text, outcome, source, asked }))
  }
  if (answer.status === 'servfail' || answer.status === 'timeout') {
    note(`No server answered for \`${name}\`.`, 'error')
    return found(uri, 'unknown', [], `waits for an answer at \`${name}\``)
  }
  const records = recordsOf(answer, 'TXT')
    .map((one) => parseDmarc(joinedText(one)))
    .filter(({ isDmarc }) => isDmarc)
  if (records.length === 0) {
    note(`\`${name}\` holds no \`v=DMARC1\`: \`${host}\` does not accept reports.`, 'fail')
    return found(
      uri,
      'refused',
      [],
      `is of \`${host}\`, which does not accept reports about \`${from}\``,
    )
  }
  note(`\`${name}\` states that \`${host}\` accepts reports about \`${from}\`.`, 'pass')
  return redirected(
    uri,
    host,
    records.flatMap((one) => one[tag]),
    tag,
  )
}

/** The other side may name another address, of the same host alone (step 9). */
function redirected(
  uri: ReportUri,
  host: string,
  others: readonly ReportUri[],
  tag: ReportTag,
): Destination {
  const usable = others.filter(({ valid, address }) => valid && address !== undefined)
  if (usable.length === 0) return found(uri, 'allowed', [uri.address!], `is wanted by \`${host}\``)
  const stranger = usable.find(({ domain }) => !isSameDomain(domain ?? '', host))
  if (stranger)
    return found(
      uri,
      'refused',
      [],
      `would be sent on to \`${stranger.text}\`, another host: nothing is sent to either`,
    )
  return found(
    uri,
    'allowed',
    usable.map(({ address }) => address!),
    `is wanted by \`${host}\`, which names its own \`${tag}\` instead`,
  )
}

const traceOf = (destinations: readonly Destination[], steps: readonly Step[]): Step => {
  const open = destinations.filter(({ addresses }) => addresses.length > 0).length
  return step({
    kind: 'dmarc/report-destinations',
    text: `${open} of ${destinations.length} destinations may get reports.`,
    outcome: open > 0 ? 'pass' : 'note',
    source: { rfc: 9990, section: '4' },
    facts: { open, asked: destinations.length },
    steps: [
      ...steps,
      ...destinations.map(({ reason, status, uri }) =>
        step({
          kind: 'dmarc/report-destination',
          text: reason,
          outcome:
            status === 'own' || status === 'allowed'
              ? 'pass'
              : status === 'unknown'
                ? 'error'
                : 'fail',
          source: { rfc: 9990, section: '4' },
          span: uri.span,
        }),
      ),
    ],
  })
}
