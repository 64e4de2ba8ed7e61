import type { Effect } from '../../core/effects.ts'
import { expandMacros } from './expand.ts'
import type { MacroString } from './macro.ts'
import type { EvaluationContext } from './evaluation-context.ts'
import { targetName } from './target-name.ts'

/** The `<target-name>` of a term: its domain-spec expanded, or the record's domain (§4.8). */
export function* targetOf(
  domain: MacroString | undefined,
  context: EvaluationContext,
): Effect<string> {
  return targetName(domain ? yield* expandMacros(domain, context) : context.domain)
}

/** The same where nothing is to be expanded, which is nearly always; `undefined` where something is. */
export function plainTarget(
  domain: MacroString | undefined,
  context: EvaluationContext,
): string | undefined {
  if (!domain) return targetName(context.domain)
  const [only, more] = domain.parts
  return only?.kind === 'literal' && !more ? targetName(only.text) : undefined
}
