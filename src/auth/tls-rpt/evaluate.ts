import type { Effect } from '../../core/effects.ts'
import { joinedText, recordsOf } from '../../core/dns.ts'
import { askedName } from '../../core/idna.ts'
import type { Place } from '../../core/span.ts'
import { step, type Outcome, type Step } from '../../core/trace.ts'
import { showAsWritten } from '../as-written.ts'
import { askNoting } from '../ask-noting.ts'
import { isLost } from '../question-step.ts'
import { isTlsRptText, parseTlsRpt, TLS_RPT_LABELS, type TlsRptRecord } from './record.ts'

export interface TlsRptVerdict {
  /**
   * `none`: the domain wants no reports. `invalid`: its record cannot be used; senders go on as if
   * there were none (RFC 8460 §3). `temperror`: DNS did not answer.
   */
  readonly result: 'found' | 'none' | 'invalid' | 'temperror'
  /** Where reports go: what a sender can use of `rua`, in its order. */
  readonly destinations: readonly string[]
  readonly record?: TlsRptRecord
  readonly place?: Place
  /** One sentence. */
  readonly reason: string
  readonly trace: Step
}

type Conclusion = Omit<TlsRptVerdict, 'trace'>

/** Finds out where reports about TLS to a domain are sent (RFC 8460 §3). Never throws. */
export function* evaluateTlsRpt(domain: string): Effect<TlsRptVerdict> {
  const name = askedName(domain)
  const steps: Step[] = []
  const conclude = yield* judge(name, steps)
  const trace = step({
    kind: 'tls-rpt',
    text: conclude.reason,
    outcome: OUTCOMES[conclude.result],
    ...(conclude.place && { place: conclude.place }),
    source: { rfc: 8460, section: '3' },
    facts: { domain: name, result: conclude.result, destinations: conclude.destinations },
    steps,
  })
  return showAsWritten({ ...conclude, trace }, [domain])
}

const OUTCOMES: Readonly<Record<TlsRptVerdict['result'], Outcome>> = {
  found: 'pass',
  none: 'note',
  invalid: 'error',
  temperror: 'error',
}

function* judge(domain: string, steps: Step[]): Effect<Conclusion> {
  const name = `${TLS_RPT_LABELS}.${domain}`
  const answer = yield* askNoting(steps, name, 'TXT')
  if (isLost(answer)) return without('temperror', `No server answered for \`${name}\`.`)
  const records = recordsOf(answer, 'TXT').filter((record) => isTlsRptText(joinedText(record)))
  const [only, ...more] = records
  if (!only) return without('none', `\`${domain}\` asks for no reports about TLS.`)
  if (more.length)
    return without(
      'invalid',
      `\`${name}\` holds ${records.length} TLS-RPT records, so none of them counts.`,
    )
  const record = parseTlsRpt(joinedText(only))
  return { ...judgeRecord(record, name), record, ...(only.place && { place: only.place }) }
}

const without = (result: TlsRptVerdict['result'], reason: string): Conclusion => ({
  result,
  destinations: [],
  reason,
})

function judgeRecord(record: TlsRptRecord, name: string): Conclusion {
  const destinations = record.rua.flatMap(({ valid, text }) => (valid ? [text] : []))
  if (!destinations.length)
    return without('invalid', `The record at \`${name}\` names no place that reports can go to.`)
  const list = destinations.map((uri) => `\`${uri}\``).join(', ')
  return { result: 'found', destinations, reason: `Reports about TLS go to ${list}.` }
}
