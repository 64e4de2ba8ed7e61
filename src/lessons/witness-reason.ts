import * as v from 'valibot'
import type { WitnessReport } from './evidence.ts'
import { code, continued, either, ended } from './wording.ts'

/** RFC 7208 §2.6. */
export const spfResult = v.picklist([
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'permerror',
  'temperror',
])

/** Who stands otherwise than wanted, and what in the record made it so. */
export function witnessReason(
  { witness, verdict }: WitnessReport,
  wanted: readonly string[],
): string {
  const who = `${witness.name} (${witness.ip})`
  return `${who} ${saying(verdict.result)}, not ${either(wanted.map(code))}: ${continued(ended(verdict.reason))}`
}

function saying(result: string): string {
  if (result === 'pass') return 'passes'
  return result === 'fail' ? 'fails' : `gets ${code(result)}`
}
