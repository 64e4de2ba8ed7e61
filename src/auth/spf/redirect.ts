import type { Effect } from '../../core/effects.ts'
import { step, type Step } from '../../core/trace.ts'
import { isOverLookups, spend } from './budget.ts'
import { circleOf } from './circle.ts'
import type { HostResult } from './host-result.ts'
import { lookupCost, MAX_LOOKUPS } from './limits.ts'
import { decisionOf, placeOf, type PublishedSpf } from './published.ts'
import { mechanismsOf, modifierOf, type Modifier } from './record.ts'
import { withSteps, type EvaluationContext } from './evaluation-context.ts'
import { targetOf } from './target.ts'

type Redirected = Omit<HostResult, 'trace'>

/**
 * Follows `redirect` after all mechanisms failed to match (RFC 7208 §6.1); a record with `all`
 * anywhere has none (§5.1).
 * @returns `undefined` if there is no redirect to follow.
 */
export function* checkRedirect(
  published: PublishedSpf,
  context: EvaluationContext,
): Effect<Redirected | undefined> {
  const term = modifierOf(published.record, 'redirect')
  if (!term || mechanismsOf(published.record).some(({ name }) => name === 'all')) return undefined
  const below: Step[] = []
  const result = yield* follow(term, published, withSteps(context, below))
  context.steps.push(redirectStep(term, published, context, below, result))
  return result
}

function* follow(
  term: Modifier,
  published: PublishedSpf,
  context: EvaluationContext,
): Effect<Redirected> {
  spend(context.session, term)
  const decidedBy = decisionOf(published, term)
  const whose = `\`${term.text}\` of \`${published.domain}\``
  if (isOverLookups(context.session))
    return {
      result: 'permerror',
      decidedBy,
      reason: `${whose} breaks: it needs DNS lookup number ${context.session.used.lookups}, and SPF allows ${MAX_LOOKUPS}.`,
    }
  const target = yield* targetOf(term.value, context)
  const found = yield* context.checkHost(target)
  const { trace, ...inner } = found
  context.steps.push(trace)
  const circle = circleOf(found, target, context)
  if (circle !== undefined)
    return { result: 'permerror', decidedBy, circle, reason: `${whose} breaks: ${circle}.` }
  // A redirect to a name without a record, or to no name at all, is the publisher's mistake.
  return inner.result === 'none'
    ? { result: 'permerror', decidedBy, reason: `${whose} leads nowhere: ${inner.reason}` }
    : inner
}

function redirectStep(
  term: Modifier,
  published: PublishedSpf,
  { session }: EvaluationContext,
  steps: readonly Step[],
  { result }: Redirected,
): Step {
  const broken = result === 'permerror' || result === 'temperror'
  return step({
    kind: 'spf/redirect',
    text: `No mechanism matched, so \`${term.text}\` decides: ${result}.`,
    outcome: broken ? 'error' : 'continue',
    span: term.span,
    place: placeOf(published, term.span),
    source: { rfc: 7208, section: '6.1' },
    facts: {
      term: term.text,
      name: term.name,
      domain: published.domain,
      cost: lookupCost(term),
      lookups: session.used.lookups,
      voids: session.used.voids,
    },
    steps,
  })
}
