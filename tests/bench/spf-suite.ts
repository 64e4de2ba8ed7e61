import { runSync } from '../../src/core/effects.ts'
import type { DnsAnswer, Resolver } from '../../src/core/dns.ts'
import { evaluateSpf } from '../../src/auth/spf/evaluate.ts'
import { scenarioResolver } from '../conformance/scenario-dns.ts'
import { readSpfScenarios } from '../conformance/spf-scenarios.ts'
import { fresh, nodeResolver, unmet } from './dns-stub.ts'
import type { SpfRival } from './rivals.ts'

interface Question {
  readonly helo: string
  readonly host: string
  readonly mailfrom: string
}

interface Case extends Question {
  readonly dns: Resolver
}

/** The cases of the openspf suite; none where it is absent. */
const cases = readSpfScenarios().flatMap(({ tests, zonedata }): Case[] => {
  const dns = remembering(scenarioResolver(zonedata))
  return Object.values(tests).map((given) => ({ ...given, dns }))
})

export const suiteSize = cases.length

/** DNS must not be what is measured: every question is answered from memory. */
function remembering(resolver: Resolver): Resolver {
  const kept = new Map<string, DnsAnswer>()
  return {
    query(name, type) {
      const key = `${type} ${name}`
      const answer = kept.get(key) ?? resolver.query(name, type)
      kept.set(key, answer)
      return fresh(answer)
    },
  }
}

export function judgeSuite(): void {
  for (const { host, helo, mailfrom, dns } of cases)
    runSync(evaluateSpf({ ip: host, helo, mailFrom: mailfrom }), (question) =>
      question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
    )
}

/** The same with no record met before: each has an unknown modifier more, which SPF ignores. */
export function judgeUnmetSuite(): void {
  for (const { host, helo, mailfrom, dns } of cases)
    runSync(evaluateSpf({ ip: host, helo, mailFrom: mailfrom }), (question) =>
      question.ask === 'dns'
        ? unmet(dns.query(question.name, question.type), (count) => ` n=${count}`)
        : undefined,
    )
}

export async function judgeSuiteWith({ spf }: SpfRival): Promise<void> {
  for (const { host, helo, mailfrom, dns } of cases)
    await spf({ ip: host, helo, sender: mailfrom, mta: 'mx', resolver: nodeResolver(dns) })
}
