import { runAsync, runSync, type Effect } from '../core/effects.ts'
import type { AsyncResolver, Resolver } from '../core/dns.ts'
import { webCrypto } from '../platform/webcrypto.ts'

export type { AsyncResolver }

/** Runs an evaluator that asks the DNS alone. */
export const runNow = <Result>(asking: Effect<Result>, resolver: Resolver): Result =>
  runSync(asking, (question) =>
    question.ask === 'dns' ? resolver.query(question.name, question.type) : undefined,
  )

/** Runs an evaluator that asks the DNS, and WebCrypto for digests and signatures. */
export const runLater = <Result>(
  asking: Effect<Result>,
  resolver: AsyncResolver,
): Promise<Result> =>
  runAsync(asking, (question) =>
    question.ask === 'dns'
      ? resolver.query(question.name, question.type)
      : webCrypto.answer(question),
  )

/** For evaluators that ask no DNS question. */
export const noDns: Resolver = { query: () => ({ status: 'servfail', records: [] }) }
