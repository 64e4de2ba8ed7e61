import * as v from 'valibot'
import type { SenderReport } from './evidence.ts'
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

/** Names the sender with another result than wanted, and the cause in the record. */
export function senderReason({ sender, verdict }: SenderReport, wanted: readonly string[]): string {
  const who = `${sender.name} (${sender.ip})`
  const should = either(wanted.map((result) => words[result]?.should ?? `get ${code(result)}`))
  const does = words[verdict.result]?.does ?? `gets ${code(verdict.result)}`
  return `${who} ${does} and should ${should}. ${ended(verdict.reason)}`
}

const words: Readonly<Record<string, { readonly does: string; readonly should: string }>> = {
  pass: { does: 'passes', should: 'pass' },
  fail: { does: 'fails', should: 'fail' },
}
