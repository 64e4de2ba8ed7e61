import { conditionReference } from './condition-markdown.ts'
import { writePage } from './write-page.ts'

await writePage('conditions.md', conditionReference())
