import type { Effect } from '../../core/effects.ts'
import { span } from '../../core/span.ts'
import { step, type Outcome, type Step } from '../../core/trace.ts'
import { checkTerms, type TermsResult } from './check-terms.ts'
import { checkRedirect } from './redirect.ts'
import type { Explanation, HostResult } from './host-result.ts'
import { decisionOf, placeOf, type PublishedSpf } from './published.ts'
import { mechanismsOf, modifierOf } from './record.ts'
import { ask, type EvaluationContext, type VoidPolicy } from './evaluation-context.ts'
import { selectRecord } from './select-record.ts'
import { clientText, type Session } from './session.ts'
import { isCheckable, targetName } from './target-name.ts'
import type { SpfResult } from './verdict.ts'

/**
 * check_host() of RFC 7208 §4 for one domain; includes and redirects call it again in the same
 * session. Ends, because each of those costs one of ten lookups.
 * @param voids Whether an absent record counts as a void lookup: not for the first domain, which
 *   no term asked for.
 * @param above The domains whose records led here.
 */
export function* checkDomain(
  written: string,
  session: Session,
  voids: VoidPolicy,
  above: readonly string[] = [],
): Effect<HostResult> {
  const domain = targetName(written)
  const steps: Step[] = []
  const context: EvaluationContext = {
    session,
    domain,
    above,
    steps,
    checkHost: (next) => checkDomain(next, session, 'count', [...above, domain]),
  }
  const judged = isCheckable(domain) ? yield* judge(context, voids) : notADomain(written)
  const { result, decidedBy, reason, exp, circle } = judged
  return { result, decidedBy, reason, exp, circle, trace: checkStep(judged, context) }
}

type Judged = Omit<HostResult, 'trace'>

const notADomain = (written: string): Judged => ({
  result: 'none',
  reason: written
    ? `\`${written}\` is not a domain name of two labels or more.`
    : 'There is no domain to ask.',
})

function* judge(context: EvaluationContext, voids: VoidPolicy): Effect<Judged> {
  const answer = yield* ask(context, context.domain, 'TXT', voids)
  const selection = selectRecord(answer, context.domain)
  if (!('found' in selection)) return selection
  const published = selection.found
  context.steps.push(recordStep(published))
  const broken = syntaxError(published)
  if (broken) return broken
  const decided = yield* checkTerms(published, context)
  if (decided) {
    const { result, decidedBy, reason, circle } = decided
    return { result, decidedBy, reason, circle, exp: explanationOf(published, decided) }
  }
  return (yield* checkRedirect(published, context)) ?? byDefault(context)
}

/** One syntax error anywhere ends the check before any term is tried (§4.6). */
function syntaxError(published: PublishedSpf): Judged | undefined {
  const [first] = published.record.problems
  if (!first) return undefined
  return {
    result: 'permerror',
    reason: `The record of \`${published.domain}\` cannot be read: ${first.message}.`,
    decidedBy: first.term && decisionOf(published, first.term),
  }
}

/** Only a `fail` by a mechanism is explained, by the record that decided (§6.2). */
function explanationOf(published: PublishedSpf, { result }: TermsResult): Explanation | undefined {
  const exp = result === 'fail' ? modifierOf(published.record, 'exp') : undefined
  return exp && { target: exp.value, domain: published.domain }
}

/** As if `?all` stood at the end (§4.7). */
const byDefault = ({ domain, session }: EvaluationContext): Judged => ({
  result: 'neutral',
  reason: `No term of \`${domain}\` matches ${clientText(session)}, and the record has neither \`all\` nor \`redirect\`.`,
})

function recordStep(published: PublishedSpf): Step {
  const { record, domain, source } = published
  const count = mechanismsOf(record).length
  const whole = span(0, record.text.length)
  return step({
    kind: 'spf/record',
    text: `The SPF record of \`${domain}\` is \`${record.text}\`.`,
    outcome: record.problems.length ? 'error' : 'note',
    span: whole,
    place: placeOf(published, whole),
    source: { rfc: 7208, section: '4.5' },
    facts: { domain, owner: source.name, record: record.text, mechanisms: count },
    steps: [],
  })
}

function checkStep(
  { result, reason }: Judged,
  { domain, session, steps }: EvaluationContext,
): Step {
  return step({
    kind: 'spf/check',
    text: reason,
    outcome: OUTCOMES[result],
    source: { rfc: 7208, section: '4' },
    facts: {
      domain,
      result,
      client: clientText(session),
      lookups: session.used.lookups,
      voids: session.used.voids,
    },
    steps,
  })
}

const OUTCOMES: Readonly<Record<SpfResult, Outcome>> = {
  pass: 'pass',
  fail: 'fail',
  softfail: 'fail',
  neutral: 'note',
  none: 'note',
  temperror: 'error',
  permerror: 'error',
}
