import { evaluateSpf, type SpfVerdict } from '../../src/auth/spf/evaluate.ts'
import { runSync } from '../../src/core/effects.ts'
import { scenarioResolver, type ZoneData } from './scenario-dns.ts'
import { readSpfScenarios, SPF_SUITE, type SpfCase } from './spf-scenarios.ts'
import type { Case, Compared, Suite } from './suite.ts'

function judge({ helo, host, mailfrom }: SpfCase, zonedata: ZoneData): SpfVerdict {
  const dns = scenarioResolver(zonedata)
  return runSync(evaluateSpf({ ip: host, helo, mailFrom: mailfrom }), (question) => {
    if (question.ask !== 'dns') throw new Error(`SPF asked for ${question.ask}`)
    return dns.query(question.name, question.type)
  })
}

function compareResult(given: SpfCase, zonedata: ZoneData): Compared {
  const { result, reason } = judge(given, zonedata)
  const right = [given.result].flat()
  return {
    actual: result,
    wanted: right.find((one) => one === result) ?? right.join(' or '),
    reason,
  }
}

function compareExplanation(given: SpfCase, zonedata: ZoneData): Compared {
  const { explanation, reason } = judge(given, zonedata)
  return { actual: explanation ?? 'DEFAULT', wanted: given.explanation, reason }
}

const all = readSpfScenarios().flatMap(({ description, tests, zonedata }) =>
  Object.entries(tests).map(([name, given]) => ({
    name: `${description}: ${name}`,
    given,
    zonedata,
  })),
)

const casesOf = (
  chosen: typeof all,
  compare: (given: SpfCase, zonedata: ZoneData) => Compared,
): Case[] =>
  chosen.map(({ name, given, zonedata }) => ({ name, run: () => compare(given, zonedata) }))

const explained = all.filter(({ given }) => given.explanation !== undefined)

/** The suite of the openspf project for RFC 7208: each scenario with its own DNS. */
export const spfSuite: Suite = {
  name: 'SPF: openspf, RFC 7208',
  vectors: SPF_SUITE,
  parts: [
    { what: 'results', count: 203, cases: casesOf(all, compareResult) },
    { what: 'explanations', count: 22, cases: casesOf(explained, compareExplanation) },
  ],
}
