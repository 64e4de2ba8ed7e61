import { settingsReference } from './settings-markdown.ts'
import { writePage } from './write-page.ts'

await writePage('settings.md', settingsReference())
