import { evaluateSpf } from '../../../src/library/spf.ts'
import type { SpfVerdict } from '../../../src/auth/spf/evaluate.ts'
import { askPython } from '../ask-python.ts'
import type { Difference, Oracle } from '../suite.ts'
import type { SpfAnswer, SpfCase } from './case.ts'
import { spfCase } from './generate.ts'
import { pyspfDifferences } from './known.ts'
import { worldResolver } from './world.ts'

const DEFAULT_COUNT = 6000

/** The results, and for a `fail` the domain's own words, beside those of pyspf. */
export const spfOracle: Oracle = {
  name: 'spf pyspf',
  apt: 'python3-spf',
  known: pyspfDifferences,
  async run({ seed, count = DEFAULT_COUNT }) {
    const cases = Array.from({ length: count }, (_, id) => spfCase(seed, id))
    const plain = await askPyspf(cases)
    if (!plain) return undefined
    const differing = cases.flatMap((given, index) => {
      const pair = { given, ours: judge(given), theirs: plain.answers[index]! }
      return agree(pair) ? [] : [pair]
    })
    return {
      version: plain.version,
      compared: count,
      differences: await explainAll(differing),
    }
  },
}

export const judge = (given: SpfCase): SpfVerdict =>
  evaluateSpf({ ...given, now: given.now * 1000 }, worldResolver(given))

/** Tries the fixes on each pair: which of them does it take to make the two agree? */
async function explainAll(pairs: readonly SpfPair[]): Promise<Difference[]> {
  const trials = pairs.flatMap(({ given }) => TRIALS.map((mends) => ({ ...given, mends })))
  const tried = await askPyspf(trials)
  return pairs.map((pair, index) => {
    const answers = tried!.answers.slice(index * TRIALS.length, (index + 1) * TRIALS.length)
    return { known: neededMends(pair, answers), text: show(pair, answers[0]!) }
  })
}

const CODES = pyspfDifferences.map(({ code }) => code)

/** All fixes; each alone; all but each. */
const TRIALS = [
  CODES,
  ...CODES.map((code) => [code]),
  ...CODES.map((code) => CODES.filter((other) => other !== code)),
]

/**
 * The one fix that is enough; else those that cannot be left away. Where either of two would do,
 * neither is among these, and all stand for them.
 */
function neededMends(pair: SpfPair, answers: readonly SpfAnswer[]): string[] {
  const helps = answers.map((theirs) => agree({ ...pair, theirs }))
  const alone = CODES.find((_, index) => helps[1 + index])
  if (alone !== undefined) return [alone]
  if (!helps[0]) return []
  const needed = CODES.filter((_, index) => !helps[1 + CODES.length + index])
  return needed.length ? needed : CODES
}

const askPyspf = (cases: readonly SpfCase[]) =>
  askPython<SpfAnswer>('import spf', 'tests/oracle/spf/check.py', [
    Object.fromEntries(pyspfDifferences.map(({ code, mend }) => [code, mend])),
    ...cases,
  ])

interface SpfPair {
  readonly given: SpfCase
  readonly ours: SpfVerdict
  readonly theirs: SpfAnswer
}

/** The text of pyspf for a `fail` that its domain does not explain. */
const NO_EXPLANATION = 'SPF fail - not authorized'

const agree = ({ ours, theirs }: SpfPair): boolean =>
  ours.result === theirs.result &&
  (ours.result !== 'fail' || (ours.explanation ?? NO_EXPLANATION) === theirs.words)

function show({ given, ours, theirs }: SpfPair, fixed: SpfAnswer): string {
  const { id, ip, helo, mailFrom, silent } = given
  return [
    `case ${id}: ip ${ip}, helo ${helo}, from <${mailFrom}>, silent [${silent.join(' ')}]`,
    `  ours:   ${ours.result} ${ours.explanation ?? ''} (${ours.reason})`,
    `  theirs: ${theirs.result} ${theirs.words} ${theirs.crash ?? ''}`,
    `  fixed:  ${fixed.result} ${fixed.words} ${fixed.crash ?? ''}`,
    ...given.records.map(({ ttl: _, ...record }) => `    ${JSON.stringify(record)}`),
  ].join('\n')
}
