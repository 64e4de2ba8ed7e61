import { join } from 'node:path'
import { apiReference } from './api-markdown.ts'
import { writePage } from './write-page.ts'

await writePage('api.md', apiReference(join(import.meta.dirname, '../../..')))
