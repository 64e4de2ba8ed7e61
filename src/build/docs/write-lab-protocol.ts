import { readFileSync } from 'node:fs'
import { protocolReference } from './protocol-markdown.ts'
import { writePage } from './write-page.ts'

await writePage('lab-protocol.md', protocolReference(readFileSync('src/lab/protocol.ts', 'utf8')))
