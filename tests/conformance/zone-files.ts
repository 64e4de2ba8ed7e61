import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { printRecord } from '../../src/dns/print-record.ts'
import { parseZone, type ParsedZone } from '../../src/dns/zone/parse.ts'
import type { Zone } from '../../src/dns/zone/zone.ts'
import type { Case } from './suite.ts'

export const readZone = (path: string, origin: string): ParsedZone =>
  parseZone(readFileSync(path, 'utf8'), { origin })

export const printed = ({ records }: Zone): string[] =>
  records.map(({ record }) => printRecord(record))

export interface ZoneExpected {
  /** Every record, or only how many. */
  readonly records?: readonly string[]
  readonly count?: number
  /** The code of each problem; none by default. */
  readonly problems?: readonly string[]
}

/** A zone file with what must be read of it, and what must be refused. */
export const zoneCase = (path: string, origin: string, expected: ZoneExpected): Case => ({
  name: basename(path),
  run() {
    const { zone, problems } = readZone(path, origin)
    const records = expected.records ? printed(zone) : zone.records.length
    return {
      actual: [records, ...problems.map(({ code }) => code)],
      wanted: [expected.records ?? expected.count, ...(expected.problems ?? [])],
      reason: problems.map(({ message }) => message).join(' '),
    }
  },
})
