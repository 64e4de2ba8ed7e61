import { benches } from './benches.ts'
import { measure, renderTable } from './measure.ts'

/** `npm run bench [-- name…]`: runs the named benchmarks, or all, and prints medians and ratios. */
const wanted = process.argv.slice(2)
const chosen = wanted.length
  ? benches.filter(({ group }) => wanted.some((name) => group.startsWith(name)))
  : benches

if (!chosen.length) {
  console.error(`No benchmark is named ${wanted.join(', ')}. There are: ${groups().join(', ')}.`)
  process.exit(2)
}
for (const bench of chosen) console.log(renderTable(bench, await measure(bench)))

function groups(): string[] {
  return [...new Set(benches.map(({ group }) => group))]
}
