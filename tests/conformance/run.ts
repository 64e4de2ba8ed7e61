import { isDeepStrictEqual } from 'node:util'
import { isHere, type Case, type Part, type Suite } from './suite.ts'
import { suites } from './suites.ts'

/**
 * `npm run conformance [-- word]`: a line for each suite, or for those whose name holds the word, and
 * each difference below it. Ends with 1 where there is one.
 */
interface SuiteReport {
  readonly line: string
  readonly differences: readonly string[]
}

async function runCase({ name, run }: Case): Promise<string[]> {
  const { actual, wanted, reason } = await run()
  if (isDeepStrictEqual(actual, wanted)) return []
  const output = reason === undefined ? [] : [`      ${reason}`]
  return [
    `    ✗ ${name}`,
    `      wanted ${JSON.stringify(wanted)}`,
    `      actual ${JSON.stringify(actual)}`,
    ...output,
  ]
}

async function runPart({ what, count, cases }: Part): Promise<SuiteReport> {
  const found: string[][] = []
  for (const one of cases) found.push(await runCase(one))
  const agreed = found.filter((lines) => lines.length === 0).length
  const missing =
    cases.length === count ? [] : [`    ✗ ${cases.length} ${what} were found, not ${count}`]
  return { line: `${agreed}/${count} ${what}`, differences: [...missing, ...found.flat()] }
}

async function runSuite(suite: Suite): Promise<SuiteReport> {
  if (!isHere(suite)) return { line: `skipped: ${suite.vectors} is not there`, differences: [] }
  const answer: SuiteReport[] = []
  for (const part of suite.parts) answer.push(await runPart(part))
  return {
    line: answer.map(({ line }) => line).join(', '),
    differences: answer.flatMap(({ differences }) => differences),
  }
}

const word = (process.argv[2] ?? '').toLowerCase()
const chosen = suites.filter(({ name }) => name.toLowerCase().includes(word))
const width = Math.max(0, ...chosen.map(({ name }) => name.length))
let differing = 0
for (const suite of chosen) {
  const { line, differences } = await runSuite(suite)
  if (differences.length) differing++
  console.log(`${differences.length ? '✗' : '✓'} ${suite.name.padEnd(width)}  ${line}`)
  for (const difference of differences) console.log(difference)
}
if (!chosen.length)
  console.log(`No suite is named so. There are: ${suites.map(({ name }) => name).join('; ')}.`)
process.exitCode = differing || !chosen.length ? 1 : 0
