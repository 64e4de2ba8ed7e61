import { readLookup, type Lookup } from '../../auth/dmarc/lookup.ts'
import { MAX_QUERIES, organizationalDomainOf, walkNames } from '../../auth/dmarc/tree-walk.ts'
import type { Place } from '../../core/span.ts'
import type { Step } from '../../core/trace.ts'

/** One walk up the tree of names (RFC 9989 §4.10), as far as it was needed. */
export interface Walk {
  readonly start: string
  readonly rows: readonly WalkRow[]
  /** Names that a walk from a long one leaves out after its first question. */
  readonly skipped: number
  /** Questions that one walk may ask. */
  readonly limit: number
  /** The organizational domain that it led to; absent where the walk was not needed or failed. */
  readonly organization?: string
  /** A sentence: where it stopped, and why. */
  readonly end: string
}

export interface WalkRow {
  /** From 1 to the walk's limit. */
  readonly number: number
  readonly name: string
  readonly status: 'found' | 'absent' | 'several' | 'failed' | 'unasked'
  readonly record?: string
  readonly place?: Place
}

/** What was found at each `_dmarc` name that an evaluation asked, by domain. */
export function lookupsOf(trace: Step): ReadonlyMap<string, Lookup> {
  return new Map(
    trace.steps.flatMap(({ kind, asked, facts }) => {
      const domain = facts?.['domain']
      return kind === 'dmarc/query' && asked && typeof domain === 'string'
        ? [[domain, readLookup(domain, asked.answer)] as const]
        : []
    }),
  )
}

/** Draws the walk from a domain, out of what an evaluation looked up. */
export function walkFrom(start: string, lookups: ReadonlyMap<string, Lookup>): Walk {
  const names = walkNames(start)
  const stop = names.findIndex((name) => endsWalk(lookups.get(name)))
  const rows = names.map((name, at) =>
    rowOf(name, at + 1, stop >= 0 && at > stop ? undefined : lookups.get(name)),
  )
  const found = rows.flatMap(({ name, status }) =>
    status === 'found' ? (lookups.get(name)?.found ?? []) : [],
  )
  const whole = stop >= 0 || rows.every(({ status }) => status !== 'unasked')
  const failed = rows.some(({ status }) => status === 'failed')
  const organization =
    whole && !failed ? organizationalDomainOf({ start, found, failed }) : undefined
  return {
    ...{ start, rows, skipped: skippedAfter(start), limit: MAX_QUERIES },
    ...(organization !== undefined && { organization }),
    end: endOf(start, rows, lookups, organization),
  }
}

const endsWalk = (lookup: Lookup | undefined): boolean =>
  lookup !== undefined && (lookup.failed || (lookup.found?.record.psd ?? 'u') !== 'u')

function rowOf(name: string, number: number, lookup: Lookup | undefined): WalkRow {
  const found = lookup?.found
  return {
    number,
    name,
    status: statusOf(lookup),
    ...(found && { record: found.record.text }),
    ...(found?.place && { place: found.place }),
  }
}

function statusOf(lookup: Lookup | undefined): WalkRow['status'] {
  if (!lookup) return 'unasked'
  if (lookup.failed) return 'failed'
  if (lookup.found) return 'found'
  return lookup.count > 1 ? 'several' : 'absent'
}

function endOf(
  start: string,
  rows: readonly WalkRow[],
  lookups: ReadonlyMap<string, Lookup>,
  organization: string | undefined,
): string {
  const last = rows.findLast(({ status }) => status !== 'unasked')
  const psd = last && lookups.get(last.name)?.found?.record.psd
  if (last?.status === 'failed')
    return `No server answered for \`_dmarc.${last.name}\`: what follows is not sure.`
  if (psd === 'n')
    return `\`psd=n\` at \`${last!.name}\` ends the walk: that is the organizational domain.`
  if (psd === 'y')
    return organization === last!.name
      ? `\`psd=y\` at \`${start}\` ends the walk.`
      : `\`psd=y\`: below \`${last!.name}\` the public registers names, so \`${organization}\` is the organizational domain.`
  if (organization === undefined)
    return 'It stopped here: nothing that decides hung on the names above.'
  if (rows.every(({ status }) => status !== 'found'))
    return `No record up to the top, so \`${organization}\` stands for itself.`
  return `Up to the top; the highest record found makes \`${organization}\` the organizational domain.`
}

const skippedAfter = (start: string): number => Math.max(0, start.split('.').length - MAX_QUERIES)
