import { parseArgs } from 'node:util'
import { oracles } from './oracles.ts'
import { renderReport } from './render.ts'

/** `npm run oracle [-- name… --seed N --count N]`: compares our engines with others' work. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '7208' }, count: { type: 'string' } },
})
const seed = Number(values.seed)
const count = values.count === undefined ? undefined : Number(values.count)
const chosen = oracles.filter(
  ({ name }) => !positionals.length || positionals.some((wanted) => name.startsWith(wanted)),
)
console.log(`seed ${seed}`)
for (const oracle of chosen) {
  const report = await oracle.run({ seed, count })
  const { lines, failed } = renderReport(oracle, report)
  for (const line of lines) console.log(line)
  if (failed) process.exitCode = 1
}
