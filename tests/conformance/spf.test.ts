import { existsSync, readFileSync } from 'node:fs'
import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { evaluateSpf, type SpfVerdict } from '../../src/auth/spf/evaluate.ts'
import { answerNow } from '../../src/core/ask.ts'
import { scenarioResolver, type ZoneData } from './scenario-dns.ts'

const SUITE = '../shared/vectors/rfc7208-openspf/rfc7208-tests.yml'

interface Scenario {
  readonly description: string
  readonly tests: Readonly<Record<string, Case>>
  readonly zonedata: ZoneData
}

interface Case {
  readonly helo: string
  readonly host: string
  readonly mailfrom: string
  readonly result: string | readonly string[]
  readonly explanation?: string
}

const scenarios = existsSync(SUITE)
  ? (loadAll(readFileSync(SUITE, 'utf8')) as (Scenario | null)[]).filter((one) => one !== null)
  : []

const cases = scenarios.flatMap(({ description, tests, zonedata }) =>
  Object.entries(tests).map(([name, given]) => ({ description, name, given, zonedata })),
)

function judge({ helo, host, mailfrom }: Case, zonedata: ZoneData): SpfVerdict {
  const dns = scenarioResolver(zonedata)
  return answerNow(evaluateSpf({ ip: host, helo, mailFrom: mailfrom }), (question) => {
    if (question.ask !== 'dns') throw new Error(`SPF asked for ${question.ask}`)
    return dns.query(question.name, question.type)
  })
}

describe.skipIf(!cases.length)(`the openspf suite for RFC 7208 (${SUITE})`, () => {
  test('has 203 cases, 22 of them with an explanation', () => {
    expect(cases).toHaveLength(203)
    expect(cases.filter(({ given }) => given.explanation !== undefined)).toHaveLength(22)
  })

  test.each(cases)('$description: $name', ({ given, zonedata }) => {
    const verdict = judge(given, zonedata)
    expect([given.result].flat(), verdict.reason).toContain(verdict.result)
    if (given.explanation !== undefined)
      expect(verdict.explanation ?? 'DEFAULT').toBe(given.explanation)
  })
})
