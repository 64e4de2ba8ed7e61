import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFiles } from './lesson-schema.ts'

/** Not kept with the sources: it follows from them, and only editors read it. */
const folder = join(import.meta.dirname, '../../../docs/schema')

mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(schemaFiles())) {
  writeFileSync(join(folder, name), `${text}\n`)
  console.log(`  docs/schema/${name} is written.`)
}
