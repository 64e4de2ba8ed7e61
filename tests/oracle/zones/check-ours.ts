import type { Diagnostic } from '../../../src/core/diagnostic.ts'
import { zoneFamily } from '../../../src/lint/dns/family.ts'
import { printData } from '../../../src/dns/print-record.ts'
import { parseZone } from '../../../src/dns/zone/parse.ts'
import type { Checked, ZoneCase } from './case.ts'
import { spell } from './spelling.ts'

export interface OursChecked extends Checked {
  readonly errors: readonly Diagnostic[]
  /** Whether the parser left records out. */
  readonly leftOut: boolean
  /** Codes of findings that are no errors. */
  readonly findings: readonly string[]
}

/** Our findings in a zone, by its parser and the rules that look at the zone alone. */
export function checkOurs({ text, origin }: ZoneCase): OursChecked {
  const { zone, problems } = parseZone(text, { origin })
  const found = [...problems, ...zoneFamily.lint(zone)]
  const errors = found.filter(({ severity }) => severity === 'error')
  const records = zone.records.map(({ record }) =>
    spell(`${record.name}.`, String(record.ttl), record.type, printData(record)),
  )
  return {
    accepted: !errors.length,
    records: [...new Set(records)].sort(),
    messages: errors.map(({ code, message }) => `${code}: ${message}`),
    lines: errors.map(({ span }) => text.slice(0, span.from).split('\n').length),
    errors,
    leftOut: problems.some(({ severity }) => severity === 'error'),
    findings: found.filter(({ severity }) => severity !== 'error').map(({ code }) => code),
  }
}
