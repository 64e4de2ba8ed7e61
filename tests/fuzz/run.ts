import { randomInt } from 'node:crypto'
import { run } from '../../src/build/run.ts'
import { growing } from './growth/list.ts'
import { measureGrowth, TIMES } from './growth/measure.ts'

/**
 * `npm run fuzz [-- --seed N] [--factor N]`: every property of the project's fuzz tests, tried as many
 * times as long, from a seed that is printed; then how the work of each parser grows with its text.
 * `FUZZ_SEED` and `FUZZ_FACTOR` set the same. Ends with 1 where something fell.
 */
const FACTOR = 20
const MAX_SEED = 2 ** 31 - 1
/** Milliseconds for one property: a hang is found, a long run is let be. */
const PATIENCE = 30 * 60_000

function option(name: string, variable: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const given = Number(at < 0 ? process.env[variable] : process.argv[at + 1])
  return Number.isSafeInteger(given) && given > 0 ? given : otherwise
}

const seed = option('seed', 'FUZZ_SEED', randomInt(1, MAX_SEED))
const factor = option('factor', 'FUZZ_FACTOR', FACTOR)
console.log(`Seed ${seed}, ${factor} times as long as in npm test.`)
console.log(`Again: npm run fuzz -- --seed ${seed} --factor ${factor}\n`)

const code = await run(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'fuzz', `--testTimeout=${PATIENCE}`],
  { output: 'show', env: { FUZZ_SEED: String(seed), FUZZ_FACTOR: String(factor) } },
)

console.log(
  `How long a text takes, against ${TIMES} that are together as long (1 is linear, ${TIMES} quadratic):\n`,
)
let steep = 0
for (const { name, unit, times, factor: growth, isSteep } of measureGrowth(growing)) {
  if (isSteep) steep++
  const shown = times.map((time) => time.toFixed(1)).join(' ')
  const what = JSON.stringify(unit).slice(0, 40).padEnd(40)
  console.log(
    `${isSteep ? '✗' : '✓'} ${name.padEnd(28)} ${what} × ${growth.toFixed(1).padStart(5)}   ${shown} ms`,
  )
}
console.log(
  steep ? `\n${steep} grow more than in proportion.` : '\nAll grow in proportion, or nearly.',
)
process.exitCode = code || steep ? 1 : 0
