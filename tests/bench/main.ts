import { benches } from './benches.ts'
import { classBenches } from './class.ts'
import { renderTable, runGroup } from './measure.ts'
import { measureContest } from './wire/contest.ts'
import { measureWeb, webParts } from './web/index.ts'
import { contests } from './wire/groups.ts'
import { worldBenches } from './world.ts'

/** Each group, and what measures it and sets its table. */
const groups: readonly { readonly group: string; run(): Promise<string> }[] = [
  ...benches.map((bench) => ({
    group: bench.group,
    run: () => runGroup(bench),
  })),
  ...worldBenches,
  ...classBenches,
  ...contests.map((contest) => ({
    group: contest.group,
    run: async () => renderTable(contest, await measureContest(contest)),
  })),
]

export interface BenchOptions {
  /** Loads of each page in a browser; their medians are printed. */
  readonly runs: number
}

/** Runs the named benchmarks, or all that need no browser, and prints medians and ratios. */
export async function runBenches(wanted: readonly string[], { runs }: BenchOptions): Promise<void> {
  const isWanted = ({ group }: { readonly group: string }): boolean =>
    wanted.some((name) => group.startsWith(name))
  const chosen = wanted.length ? groups.filter(isWanted) : groups
  const pages = webParts.filter(isWanted)
  if (!chosen.length && !pages.length) {
    const names = [...new Set([...groups, ...webParts].map(({ group }) => group))].join(', ')
    console.error(`No benchmark is named ${wanted.join(', ')}. There are: ${names}.`)
    process.exitCode = 2
  }
  for (const { run } of chosen) console.log(await run())
  if (pages.length) await measureWeb(pages, runs)
}
