import { benches } from './benches.ts'
import { measure, renderTable } from './measure.ts'

/** Runs the named benchmarks, or all, and prints medians and ratios. */
export async function runBenches(wanted: readonly string[]): Promise<void> {
  const chosen = wanted.length
    ? benches.filter(({ group }) => wanted.some((name) => group.startsWith(name)))
    : benches
  if (!chosen.length) {
    const groups = [...new Set(benches.map(({ group }) => group))].join(', ')
    console.error(`No benchmark is named ${wanted.join(', ')}. There are: ${groups}.`)
    process.exitCode = 2
  }
  for (const bench of chosen) console.log(renderTable(bench, await measure(bench)))
}
