import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { overruns, renderTable, type Budget } from './budget-table.ts'
import { measure, readBuilt, strays } from './measure.ts'

const root = join(import.meta.dirname, '../../..')
const dist = join(root, 'dist')

if (existsSync(join(dist, 'index.html'))) report()
else fail(['There is nothing built yet. Run: npm run build'])

function report(): void {
  const budget = JSON.parse(readFileSync(join(root, 'tests/budget.json'), 'utf8')) as Budget
  const rows = measure(readBuilt(dist), budget)
  console.log(renderTable(rows))
  fail([...rows.flatMap(overruns), ...strays(readBuilt(dist), budget)])
}

function fail(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(`  ${sentence}`)
  if (sentences.length > 0) process.exitCode = 1
}
