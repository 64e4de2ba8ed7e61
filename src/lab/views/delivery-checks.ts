import type { Authentication } from '../../auth/authenticate.ts'
import { questionsOf, type Step } from '../../core/trace.ts'
import type { EventOf } from '../../world/events/index.ts'
import type { CheckName, DeliveryRow } from './delivery.ts'
import { dmarcSummary } from './dmarc-summary.ts'
import { toneOf } from './result-tone.ts'

/** A check of a receiver, with what it asked the DNS. */
export interface JudgedCheck {
  readonly check: CheckName
  readonly result: string
  readonly reason: string
  readonly asked: readonly EventOf<'dns'>[]
}

/**
 * The checks of a receiver in the order in which it makes them, each with its questions: those that
 * stand in its trace. A question that stands in none belongs to the check that is under way.
 * @param asked All that the receiver asked for this message, in order.
 */
export function checksOf(
  authentication: Authentication,
  asked: readonly EventOf<'dns'>[],
): JudgedCheck[] {
  const { spf, helo, dkim, dmarc } = authentication
  const checks: (Verdict & { readonly check: CheckName })[] = [
    { ...spf, check: 'SPF' },
    ...(helo ? [{ ...helo, check: 'HELO' as const }] : []),
    { ...dkim, check: 'DKIM' },
    { ...dmarc, check: 'DMARC', reason: dmarcSummary(authentication) },
  ]
  const open = checks.map(({ trace }) => questionsOf(trace).map(({ question }) => question))
  const owned = checks.map((): EventOf<'dns'>[] => [])
  let current = 0
  for (const event of asked) {
    const { name, type } = event.question
    for (let check = current; check < open.length; check++) {
      const found = open[check]!.findIndex((one) => one.name === name && one.type === type)
      if (found < 0) continue
      open[check]!.splice(found, 1)
      current = check
      break
    }
    owned[current]!.push(event)
  }
  return checks.map(({ check, result, reason }, at) => ({
    ...{ check, result, reason, asked: owned[at]! },
  }))
}

interface Verdict {
  readonly result: string
  readonly reason: string
  readonly trace: Step
}

const names: Readonly<Record<CheckName, string>> = {
  SPF: 'SPF',
  HELO: 'SPF for the name in EHLO',
  DKIM: 'DKIM',
  DMARC: 'DMARC',
}

/** The verdict of a check as a row at the receiver. */
export function verdictRow(
  host: string,
  at: number,
  { check, result, reason }: Pick<JudgedCheck, 'check' | 'result' | 'reason'>,
  authentication: Authentication,
): DeliveryRow {
  return {
    ...{ kind: 'verdict', from: host, at, label: `${check} ${result}`, tone: toneOf(result) },
    sentence: `${host} judges ${names[check]}: \`${result}\`. ${reason}`,
    ahead: `${check} ?`,
    verdict: { check, result },
    seenBy: [host],
    detail: { authentication, reason },
  }
}
