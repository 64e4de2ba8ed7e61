import { readFileSync } from 'node:fs'
import { withEmbedProtocol } from './embed-markdown.ts'
import { writePage } from './write-page.ts'

const read = (file: string): string => readFileSync(file, 'utf8')

await writePage(
  'embedding.md',
  withEmbedProtocol(read('docs/embedding.md'), read('src/embed/protocol.ts')),
)
