import { askDns, type Effect } from '../core/effects.ts'
import type { DnsAnswer, RecordType } from '../core/dns.ts'
import type { Step } from '../core/trace.ts'
import { questionStep } from './question-step.ts'

/** Asks DNS and notes the question among the steps. */
export function* askNoting(steps: Step[], name: string, type: RecordType): Effect<DnsAnswer> {
  const answer = yield* askDns(name, type)
  steps.push(questionStep(name, type, answer))
  return answer
}
