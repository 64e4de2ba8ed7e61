import { commandReference } from './command-markdown.ts'
import { writePage } from './write-page.ts'

await writePage('commands.md', commandReference())
