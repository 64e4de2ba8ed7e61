import type { DnsAnswer, DnsRecord } from '../../core/dns.ts'
import type { Crypto, Effect } from '../../core/effects.ts'
import { runAsync, runSync } from '../../core/effects.ts'
import type { Missing } from './checked.ts'
import type { KnownDns } from './known-records.ts'

/** What an evaluation came to, and the questions in it that nothing pasted answers. */
export interface Asked<Result> {
  readonly result: Result
  readonly missing: readonly Missing[]
}

/** Runs an evaluator that asks the DNS alone. */
export function askKnown<Result>(asking: Effect<Result>, dns: KnownDns): Asked<Result> {
  const missing = missingList(dns)
  const result = runSync(asking, (question) =>
    question.ask === 'dns' ? missing.query(question.name, question.type) : undefined,
  )
  return { result, missing: missing.list }
}

/** Runs one that needs cryptography too. */
export async function askKnownLater<Result>(
  asking: Effect<Result>,
  dns: KnownDns,
  crypto: Crypto,
): Promise<Asked<Result>> {
  const missing = missingList(dns)
  const result = await runAsync(asking, (question) =>
    question.ask === 'dns' ? missing.query(question.name, question.type) : crypto.answer(question),
  )
  return { result, missing: missing.list }
}

/** Questions that are noted: a limit of ours. */
const MOST = 20

function missingList(dns: KnownDns) {
  const list: Missing[] = []
  return {
    list,
    query(name: string, type: DnsRecord['type']): DnsAnswer {
      const answer = dns.query(name, type)
      const isNoted = list.some((one) => one.name === name && one.type === type)
      if (answer.status === 'timeout' && !isNoted && list.length < MOST) list.push({ name, type })
      return answer
    },
  }
}
