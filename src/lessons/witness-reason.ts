import * as v from 'valibot'
import type { WitnessReport } from './evidence.ts'
import { code, either, ended } from './wording.ts'

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
  const should = either(wanted.map((result) => words[result]?.should ?? `get ${code(result)}`))
  const does = words[verdict.result]?.does ?? `gets ${code(verdict.result)}`
  return `${who} ${does} and should ${should}. ${ended(verdict.reason)}`
}

const words: Readonly<Record<string, { readonly does: string; readonly should: string }>> = {
  pass: { does: 'passes', should: 'pass' },
  fail: { does: 'fails', should: 'fail' },
}
