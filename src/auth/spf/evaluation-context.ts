import { askDns, type Effect } from '../../core/effects.ts'
import { isAscii } from '../../core/idna.ts'
import { recordsOf, type DnsAnswer, type RecordOf, type RecordType } from '../../core/dns.ts'
import type { Step } from '../../core/trace.ts'
import { isLost, questionStep } from '../question-step.ts'
import { MAX_VOIDS } from './limits.ts'
import type { HostResult } from './host-result.ts'
import type { Session } from './session.ts'

/** Where a term is evaluated: whose record it stands in, and the trace that grows below it. */
export interface EvaluationContext {
  readonly session: Session
  /** The `<domain>` of this check_host() (RFC 7208 §4.1). */
  readonly domain: string
  /** The domains whose records led here, the first one first. */
  readonly above: readonly string[]
  /** The steps below the term. */
  readonly steps: Step[]
  /** check_host() for another domain, within the same session: `include` and `redirect`. */
  readonly checkHost: (domain: string) => Effect<HostResult>
}

/** The same scene with another place for its steps. */
export const withSteps = (
  { session, domain, above, checkHost }: EvaluationContext,
  steps: Step[],
): EvaluationContext => ({
  session,
  domain,
  above,
  steps,
  checkHost,
})

/** Something that ends the whole check (§2.6.6, §2.6.7). */
export interface Broken {
  readonly broken: 'temperror' | 'permerror'
  /** As a clause: `the answer for … did not come`. */
  readonly why: string
}

export const temperror = (why: string): Broken => ({ broken: 'temperror', why })
export const permerror = (why: string): Broken => ({ broken: 'permerror', why })

export const isBroken = (value: object): value is Broken => 'broken' in value

/** Whether an empty answer counts toward the two of §4.6.4. */
export type VoidPolicy = 'count' | 'ignore'

/**
 * Asks DNS on behalf of a term and notes it in the trace.
 * @returns The records; or what ends the check: no answer, or a third empty one (§4.6.4, §5).
 */
export function* lookUp<T extends RecordType>(
  context: EvaluationContext,
  name: string,
  type: T,
): Effect<readonly RecordOf<T>[] | Broken> {
  const answer = yield* ask(context, name, type, 'count')
  if (isLost(answer)) return temperror(lost(answer, name, type))
  if (isVoid(answer) && isOverVoids(context.session)) return tooManyVoids(type, name)
  return recordsOf(answer, type)
}

export const isOverVoids = ({ used }: Session): boolean => used.voids > MAX_VOIDS

const tooManyVoids = (type: RecordType, name: string): Broken =>
  permerror(
    `the ${type} question for \`${name}\` is one empty answer more than the ${MAX_VOIDS} that SPF allows`,
  )

/** Asks DNS and notes it in the trace; the answer is the caller's to judge. */
export function* ask(
  context: Pick<EvaluationContext, 'session' | 'steps'>,
  name: string,
  type: RecordType,
  voids: VoidPolicy,
): Effect<DnsAnswer> {
  // Written out: of all that SPF does this is done most often.
  const answer = isAscii(name)
    ? ((yield { ask: 'dns', name, type }) as DnsAnswer)
    : yield* askDns(name, type)
  const { used } = context.session
  const counts = voids === 'count' && isVoid(answer)
  if (counts) used.voids++
  const asked = questionStep(name, type, answer)
  context.steps.push(counts ? { ...asked, facts: { void: used.voids } } : asked)
  return answer
}

const isVoid = (answer: DnsAnswer): boolean => !isLost(answer) && answer.records.length === 0

export const lost = ({ status }: DnsAnswer, name: string, type: RecordType): string =>
  status === 'timeout'
    ? `no answer came for the ${type} record of \`${name}\``
    : `the server for \`${name}\` could not answer for its ${type} record`
