import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { commandReference } from './command-markdown.ts'

/** Writes docs/commands.md, set as every page here is. */
const file = join(import.meta.dirname, '../../../docs/commands.md')
const style = await resolveConfig(file)
writeFileSync(file, await format(commandReference(), { ...style, filepath: file }))
console.log('  docs/commands.md is written.')
