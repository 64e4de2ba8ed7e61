import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'

/** Writes a generated page of docs/, set as every page here is. @param name `commands.md` */
export async function writePage(name: string, text: string): Promise<void> {
  const file = join(import.meta.dirname, '../../../docs', name)
  const style = await resolveConfig(file)
  writeFileSync(file, await format(text, { ...style, filepath: file }))
  console.log(`  docs/${name} is written.`)
}
