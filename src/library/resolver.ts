import { runAsync, runSync, type Effect } from '../core/effects.ts'
import type { DnsAnswer, RecordType, Resolver } from '../core/dns.ts'
import { webCrypto } from '../platform/webcrypto.ts'

/**
 * Anything that answers DNS questions, now or later. Names come absolute, in lower case, without
 * the final dot. A question that stays open is an answer too: `servfail` or `timeout`; what `query`
 * throws is not caught.
 *
 * @example
 * const records = { 'example.org TXT': ['v=spf1 -all'] }
 * const resolver = {
 *   query(name, type) {
 *     const strings = records[`${name} ${type}`]
 *     if (!strings) return { status: 'nxdomain', records: [] }
 *     return { status: 'ok', records: [{ name, type, ttl: 300, strings }] }
 *   },
 * }
 */
export interface AsyncResolver {
  query(name: string, type: RecordType): DnsAnswer | Promise<DnsAnswer>
}

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
