import { askDns, type Asking } from '../core/ask.ts'
import type { DnsAnswer, RecordType } from '../core/dns.ts'
import type { Step } from '../core/trace.ts'
import { questionStep } from './question-step.ts'

/** Asks DNS and notes the question among the steps. */
export function* askNoting(steps: Step[], name: string, type: RecordType): Asking<DnsAnswer> {
  const answer = yield* askDns(name, type)
  steps.push(questionStep(name, type, answer))
  return answer
}
