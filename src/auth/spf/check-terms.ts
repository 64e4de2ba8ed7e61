import type { Effect } from '../../core/effects.ts'
import { step, type Outcome, type Step } from '../../core/trace.ts'
import { isOverLookups, spend } from './budget.ts'
import type { BrokenMatch, Match } from './mechanisms/mechanism.ts'
import { mechanisms } from './mechanisms/index.ts'
import { decisionOf, placeOf, type PublishedSpf } from './published.ts'
import { mechanismsOf, type Mechanism, type Qualifier } from './record.ts'
import {
  isBroken,
  isOverVoids,
  permerror,
  withSteps,
  type EvaluationContext,
} from './evaluation-context.ts'
import { mechanismWords, qualifierWords } from './vocabulary.ts'
import type { Decision, SpfResult } from './verdict.ts'
import { lookupCost, MAX_LOOKUPS, MAX_VOIDS } from './limits.ts'

export interface TermsResult {
  readonly result: SpfResult
  readonly decidedBy: Decision
  readonly reason: string
  readonly circle?: string | undefined
}

/**
 * Tries a record's mechanisms from left to right (RFC 7208 §4.6.2) and notes each in the trace.
 * @returns What decided or broke the check; `undefined` if nothing matched.
 */
export function* checkTerms(
  published: PublishedSpf,
  context: EvaluationContext,
): Effect<TermsResult | undefined> {
  for (const term of mechanismsOf(published.record)) {
    const below: Step[] = []
    const tried = tryTerm(term, withSteps(context, below))
    // What asks nothing is tested without a generator of its own: most terms are networks.
    const found = 'next' in tried ? yield* tried : tried
    const outcome = withinVoids(found, context)
    context.steps.push(termStep(published, term, outcome, below, context))
    const decided = decide(published, term, outcome)
    if (decided) return decided
  }
  return undefined
}

/** Spends what the term costs, then tests it. */
function tryTerm(
  term: Mechanism,
  context: EvaluationContext,
): Match | BrokenMatch | Effect<Match | BrokenMatch> {
  spend(context.session, term)
  if (isOverLookups(context.session))
    return permerror(
      `it needs DNS lookup number ${context.session.used.lookups}, and SPF allows ${MAX_LOOKUPS}`,
    )
  return mechanisms[term.name].match(term, context)
}

const withinVoids = (
  outcome: Match | BrokenMatch,
  { session }: EvaluationContext,
): Match | BrokenMatch =>
  !isBroken(outcome) && isOverVoids(session)
    ? permerror(`more than ${MAX_VOIDS} DNS questions found nothing`)
    : outcome

function decide(
  published: PublishedSpf,
  term: Mechanism,
  outcome: Match | BrokenMatch,
): TermsResult | undefined {
  const broken = isBroken(outcome)
  if (!broken && !outcome.matched) return undefined
  const decidedBy = decisionOf(published, term, outcome.through)
  const whose = `\`${term.text}\` of \`${published.domain}\``
  if (broken)
    return {
      ...{ result: outcome.broken, decidedBy, circle: outcome.circle },
      reason: `${whose} breaks: ${outcome.why}.`,
    }
  const result = qualifierWords[term.qualifier].result
  return { result, decidedBy, reason: `${whose} gives ${result}: ${outcome.why}.` }
}

function termStep(
  published: PublishedSpf,
  term: Mechanism,
  outcome: Match | BrokenMatch,
  steps: readonly Step[],
  { session }: EvaluationContext,
): Step {
  const matched = !isBroken(outcome) && outcome.matched
  return step({
    kind: 'spf/mechanism',
    text: `\`${term.text}\` ${verb(outcome, term.qualifier)}: ${outcome.why}.`,
    outcome: isBroken(outcome) ? 'error' : matched ? OUTCOMES[term.qualifier] : 'continue',
    span: term.span,
    place: placeOf(published, term.span),
    source: { rfc: 7208, section: mechanismWords[term.name].section },
    facts: {
      term: term.text,
      name: term.name,
      domain: published.domain,
      cost: lookupCost(term),
      lookups: session.used.lookups,
      voids: session.used.voids,
      matched,
    },
    steps,
  })
}

function verb(outcome: Match | BrokenMatch, qualifier: Qualifier): string {
  if (isBroken(outcome)) return 'breaks'
  return outcome.matched ? `gives ${qualifierWords[qualifier].result}` : 'does not match'
}

const OUTCOMES: Readonly<Record<Qualifier, Outcome>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'fail',
  '?': 'note',
}
