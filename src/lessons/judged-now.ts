import { runSync, type Effect } from '../core/effects.ts'
import type { World } from '../world/world.ts'

/**
 * Runs an evaluator that asks nothing but the DNS, over the zones as they stand. It leaves no event:
 * a goal looks, and does nothing.
 */
export const judgedNow = <Result>(
  asking: Effect<Result>,
  { resolver }: Pick<World, 'resolver'>,
): Result =>
  runSync(asking, (question) =>
    question.ask === 'dns' ? resolver.query(question.name, question.type) : undefined,
  )
