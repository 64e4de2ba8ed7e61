import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ruleReference } from './rule-markdown.ts'

/** Writes the reference of all rules as Markdown; `-` as its argument prints it. */
const files = ruleReference()
const folder = join(import.meta.dirname, '../../../docs/rules')

if (process.argv[2] === '-') process.stdout.write(files.map(({ text }) => text).join('\n'))
else {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { path, text } of files) writeFileSync(join(folder, path), text)
  console.log(`  docs/rules/ holds ${files.length} files.`)
}
