import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../ui/words/languages.ts'
import { budgetIn, overruns, renderTable, type Budget } from './budget-table.ts'
import { measure, readBuilt, strays } from './measure.ts'

const root = join(import.meta.dirname, '../../..')
const dist = join(root, 'dist')

if (existsSync(join(dist, 'index.html'))) report()
else fail(['There is nothing built yet. Run: npm run build'])

function report(): void {
  const budget = JSON.parse(readFileSync(join(root, 'tests/budget.json'), 'utf8')) as Budget
  const measured = languages.map((language) => {
    const [built, own] = [readBuilt(dist, language), budgetIn(budget, language)]
    const rows = measure(built, own)
    return { rows, faults: [...rows.flatMap(overruns), ...strays(built, own)] }
  })
  console.log(renderTable(measured.flatMap(({ rows }) => rows)))
  fail(measured.flatMap(({ faults }) => faults))
}

function fail(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(`  ${sentence}`)
  if (sentences.length > 0) process.exitCode = 1
}
