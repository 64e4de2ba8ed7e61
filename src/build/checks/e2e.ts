import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { run, runKept } from '../run.ts'
import { chooseTests, seedOf } from './sample.ts'

/** `--sample`: some lessons, and half of each spec's tests on one of both screens; each day others. */
const SAMPLE = '--sample'

const folder = mkdtempSync(join(tmpdir(), 'helo-e2e-'))
try {
  process.env['HELO_CHROMIUM'] = await findBrowser()
  const words = process.argv.slice(2)
  const given = ['playwright', 'test', ...words.filter((word) => word !== SAMPLE)]
  const chosen = words.includes(SAMPLE) ? await choose(given) : []
  process.exitCode = await run('npx', [...given, ...chosen], { output: 'show' })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}

/** @returns Words that make Playwright run the sample of `HELO_SAMPLE`, or of today. */
async function choose(given: readonly string[]): Promise<readonly string[]> {
  const seed = (process.env['HELO_SAMPLE'] ??= `${seedOf(Date.now())}`)
  const listed = await runKept('npx', [...given, '--list'])
  const tests = chooseTests(listed.output, Number(seed))
  if (listed.code !== 0 || tests.length === 0) throw new Error(listed.output)
  console.log(
    `${tests.length} tests: some lessons, and half of each spec, a third of them on the phone and the others on the ` +
      `laptop. HELO_SAMPLE=${seed} takes the same ones again, \`npm run test:browser\` takes all.`,
  )
  const file = join(folder, 'tests.txt')
  writeFileSync(file, tests.join('\n'))
  return ['--test-list', file]
}
