import type { Effect } from '../../core/effects.ts'
import type { Place } from '../../core/span.ts'
import { step, type Step } from '../../core/trace.ts'
import { dmarcRecords, type FoundRecord } from '../dmarc/lookup.ts'
import { treeWalk } from '../dmarc/method.ts'
import { BIMI_DRAFT } from '../formats/bimi.ts'

/** Whether DMARC of a domain is as strict as BIMI wants it (§7.1). */
export interface Enforcement {
  /** `lost`: DNS did not answer. */
  readonly status: 'enforced' | 'weak' | 'absent' | 'lost'
  /** The organizational domain; the domain itself where it was not found out. */
  readonly organization: string
  /** The record that is too weak. */
  readonly weak?: { readonly domain: string; readonly place?: Place }
  readonly trace: Step
}

/** Looks at the DMARC records of an author domain and of its organization (§7.1, steps 7 to 9). */
export function* enforcementOf(author: string): Effect<Enforcement> {
  const records = dmarcRecords()
  const method = treeWalk(records)
  const conclude = (
    status: Enforcement['status'],
    text: string,
    more: Partial<Enforcement> = {},
  ): Enforcement => ({
    status,
    organization: author,
    trace: step({
      kind: 'bimi/enforcement',
      text,
      outcome: status === 'enforced' ? 'pass' : status === 'lost' ? 'error' : 'fail',
      source: { draft: BIMI_DRAFT, section: '7.1' },
      steps: records.steps,
    }),
    ...more,
  })
  const discovery = yield* method.discover(author)
  const organization = yield* method.organizational(author)
  if (discovery.kind === 'failed' || organization === undefined)
    return conclude('lost', `A DNS question about DMARC of \`${author}\` stayed open.`)
  if (discovery.kind === 'none')
    return conclude(
      'absent',
      `\`${author}\` has no DMARC record, and BIMI wants one that enforces.`,
      {
        organization,
      },
    )
  const top = yield* records.at(organization)
  const found = [discovery.found, ...(top.found ? [top.found] : [])]
  for (const one of found) {
    const why = weaknessOf(one)
    if (why)
      return conclude('weak', `${why}, and BIMI wants \`quarantine\` or \`reject\` for all mail.`, {
        organization,
        weak: { domain: one.domain, ...(one.place && { place: one.place }) },
      })
  }
  return conclude('enforced', `DMARC of \`${author}\` enforces, as BIMI wants it.`, {
    organization,
  })
}

/** The start of a sentence, or nothing where the record will do. */
function weaknessOf({ record, domain }: FoundRecord): string | undefined {
  const whose = `The DMARC record of \`${domain}\` sets`
  if (record.p === undefined || record.p === 'none') return `${whose} \`p=none\``
  if (record.sp === 'none') return `${whose} \`sp=none\``
  return record.p === 'quarantine' && record.pct !== 100
    ? `${whose} \`pct=${record.pct}\``
    : undefined
}
