import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleSink } from '../package/bundle-sink.ts'
import { languages } from '../../ui/words/languages.ts'
import { budgetIn, overruns, renderTable, type Budget } from './budget-table.ts'
import { measureEmbed } from './measure-embed.ts'
import { measureLabs } from './measure-labs.ts'
import { unnamedParts } from './unnamed-parts.ts'
import { measure, readBuilt, strays } from './measure.ts'

const root = join(import.meta.dirname, '../../..')
const dist = join(root, 'dist')

if (existsSync(join(dist, 'index.html'))) await report()
else fail(['There is nothing built yet. Run: npm run build'])

/** The budget of the pages, and of the module `helo-world/sink` of the package. */
type SiteAndSink = Budget & { readonly sink: number }

async function report(): Promise<void> {
  const budget = JSON.parse(readFileSync(join(root, 'tests/budget.json'), 'utf8')) as SiteAndSink
  const measured = languages.map((language) => {
    const [built, own] = [readBuilt(dist, language), budgetIn(budget, language)]
    const rows = measure(built, own)
    return { rows, faults: [...rows.flatMap(overruns), ...strays(built, own)] }
  })
  const sink = {
    ...{ name: 'helo-world/sink', requests: 1, gzipLimit: budget.sink },
    gzip: gzipSync(await bundleSink(root)).length,
  }
  const others = [
    ...measureLabs(dist, budget.labs ?? []),
    ...(budget.embed ? measureEmbed(dist, budget.embed) : []),
    sink,
  ]
  console.log(renderTable([...measured.flatMap(({ rows }) => rows), ...others]))
  fail([
    ...measured.flatMap(({ faults }) => faults),
    ...others.flatMap(overruns),
    ...scripts().flatMap(([file, code]) => unnamedParts(file, code)),
  ])
}

function scripts(): [string, string][] {
  const files = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'))
  return files.map((file) => [file, readFileSync(join(dist, 'assets', file), 'utf8')])
}

function fail(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(`  ${sentence}`)
  if (sentences.length > 0) process.exitCode = 1
}
