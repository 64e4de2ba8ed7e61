import { runSync, type Effect } from '../../core/effects.ts'
import { answersOn } from '../internet.ts'
import type { AtMail } from './filter.ts'

/** Runs an evaluator that asks the DNS alone, in the midst of a command; its questions are logged. */
export function askNow<Result>(
  { net, host, connection }: Pick<AtMail, 'net' | 'host' | 'connection'>,
  effect: Effect<Result>,
): Result {
  const answer = answersOn(net, host.name, { judges: connection })
  return runSync(effect, (question) => {
    const given = answer(question)
    return given instanceof Promise ? undefined : given
  })
}
