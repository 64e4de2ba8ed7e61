import { benches } from './benches.ts'
import { renderTable, runGroup } from './measure.ts'
import { measureContest } from './wire/contest.ts'
import { contests } from './wire/groups.ts'

/** Each group, and what measures it and sets its table. */
const groups: readonly { readonly group: string; run(): Promise<string> }[] = [
  ...benches.map((bench) => ({
    group: bench.group,
    run: () => runGroup(bench),
  })),
  ...contests.map((contest) => ({
    group: contest.group,
    run: async () => renderTable(contest, await measureContest(contest)),
  })),
]

/** Runs the named benchmarks, or all, and prints medians and ratios. */
export async function runBenches(wanted: readonly string[]): Promise<void> {
  const chosen = wanted.length
    ? groups.filter(({ group }) => wanted.some((name) => group.startsWith(name)))
    : groups
  if (!chosen.length) {
    const names = [...new Set(groups.map(({ group }) => group))].join(', ')
    console.error(`No benchmark is named ${wanted.join(', ')}. There are: ${names}.`)
    process.exitCode = 2
  }
  for (const { run } of chosen) console.log(await run())
}
