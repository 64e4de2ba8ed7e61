import type { Effect } from '../../core/effects.ts'
import { step, type Step } from '../../core/trace.ts'
import { isOverLookups, spend } from './budget.ts'
import type { HostResult } from './host-result.ts'
import { lookupCost, MAX_LOOKUPS } from './limits.ts'
import { decisionOf, placeOf, type PublishedSpf } from './published.ts'
import { mechanismsOf, modifierOf, type Modifier } from './record.ts'
import { withSteps, type Scene } from './scene.ts'
import { targetOf } from './target.ts'

type Redirected = Omit<HostResult, 'trace'>

/**
 * Follows `redirect` after all mechanisms failed to match (RFC 7208 §6.1); a record with `all`
 * anywhere has none (§5.1).
 * @returns `undefined` if there is no redirect to follow.
 */
export function* checkRedirect(
  published: PublishedSpf,
  scene: Scene,
): Effect<Redirected | undefined> {
  const term = modifierOf(published.record, 'redirect')
  if (!term || mechanismsOf(published.record).some(({ name }) => name === 'all')) return undefined
  const below: Step[] = []
  const result = yield* follow(term, published, withSteps(scene, below))
  scene.steps.push(redirectStep(term, published, scene, below, result))
  return result
}

function* follow(term: Modifier, published: PublishedSpf, scene: Scene): Effect<Redirected> {
  spend(scene.session, term)
  const decidedBy = decisionOf(published, term)
  const whose = `\`${term.text}\` of \`${published.domain}\``
  if (isOverLookups(scene.session))
    return {
      result: 'permerror',
      decidedBy,
      reason: `${whose} breaks: it needs DNS lookup number ${scene.session.spent.lookups}, and SPF allows ${MAX_LOOKUPS}.`,
    }
  const { trace, ...inner } = yield* scene.checkHost(yield* targetOf(term.value, scene))
  scene.steps.push(trace)
  // A redirect to a name without a record, or to no name at all, is the publisher's mistake.
  return inner.result === 'none'
    ? { result: 'permerror', decidedBy, reason: `${whose} leads nowhere: ${inner.reason}` }
    : inner
}

function redirectStep(
  term: Modifier,
  published: PublishedSpf,
  { session }: Scene,
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
      lookups: session.spent.lookups,
      voids: session.spent.voids,
    },
    steps,
  })
}
