import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { languages } from '../../ui/words/languages.ts'
import { notesFolder } from '../site/chunk-packages.ts'
import { engineNotesFile, type EngineNotes } from '../site/embed/engine-notes.ts'
import type { LabBudget, Row } from './budget-table.ts'
import { enginesWith } from './engine-files.ts'

const WORKER = 'src/hosting/worker.ts'

/** Measures what labs run on, in English. Throws where the build lacks what is named. */
export function measureLabs(dist: string, budget: readonly LabBudget[]): Row[] {
  const file = join(dist, notesFolder({ language: 'en', all: languages }), engineNotesFile)
  const notes = JSON.parse(readFileSync(file, 'utf8')) as EngineNotes
  return budget.map(({ name, engines, gzip, requests }) => {
    const files = [...enginesWith(notes, WORKER, engines)]
    const weigh = (one: string) => gzipSync(readFileSync(join(dist, one))).length
    return {
      ...{ name, gzip: files.reduce((sum, one) => sum + weigh(one), 0), gzipLimit: gzip },
      ...{ requests: files.length, requestLimit: requests },
    }
  })
}
