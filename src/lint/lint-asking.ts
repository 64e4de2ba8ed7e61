import type { Effect } from '../core/effects.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import { lintCrossRecords } from './cross-record/lint.ts'
import { lintMx } from './mx/lint.ts'
import { allOf } from './record-index.ts'
import { lintSpfThroughDns } from './spf/lint-dns-dependent.ts'

/** SPF records that are followed through DNS: a limit of ours, so that a huge zone stays quick. */
export const MAX_FOLLOWED = 200

/** What is amiss between records, or shows only where DNS is asked; `lintRecords` has the rest. */
export function* lintByAsking(all: readonly DnsRecord[]): Effect<Diagnostic[]> {
  const found: Diagnostic[] = []
  let followed = 0
  for (const record of allOf('TXT', all)) {
    if (!/^v=spf1/i.test(record.strings[0] ?? '')) continue
    if (++followed > MAX_FOLLOWED) break
    found.push(...(yield* lintSpfThroughDns(record, all)))
  }
  return [...found, ...(yield* lintMx(all)), ...(yield* lintCrossRecords(all))]
}
