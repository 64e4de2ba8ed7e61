import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { apartFolder } from '../site/chunk-packages.ts'
import { engineNotesFile, type EngineNotes } from '../site/embed/engine-notes.ts'
import { pageScript } from '../../learning/page.ts'
import { embedScript } from '../site/embed/plugin.ts'
import { languages } from '../../ui/words/languages.ts'
import type { EmbedBudget, Row } from './budget-table.ts'
import { firstLoad, loadedWith, type Manifest } from './bundle-graph.ts'
import { enginesWith, fileOf } from './engine-files.ts'

const WORKER = 'src/hosting/shared-worker.ts'
const FRAME = 'embed/index.html'

/** Measures what is built for pages of others, in English. Throws where the build lacks what is named. */
export function measureEmbed(dist: string, budget: EmbedBudget): Row[] {
  const notes = apartFolder({ language: 'en', all: languages })
  const json = (file: string): unknown => JSON.parse(readFileSync(join(dist, notes, file), 'utf8'))
  const manifest = json('manifest.json') as Manifest
  const engines = json(engineNotesFile) as EngineNotes
  const weigh = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
  const frame = firstLoad(FRAME, readFileSync(join(dist, FRAME), 'utf8'), manifest)
  const row = (name: string, files: Iterable<string>, gzip: number, requests?: number): Row => ({
    ...{ name, gzip: weigh(files), gzipLimit: gzip, requests: [...files].length },
    ...(requests !== undefined && { requestLimit: requests }),
  })
  return [
    row(embedScript, [embedScript], budget.script),
    row(pageScript, [pageScript], budget.packaged),
    row(FRAME, frame, budget.frame.gzip, budget.frame.requests),
    ...budget.firstVerdict.map((rule) => {
      const page = rule.page.map((key) => fileOf(manifest[key]?.file, key))
      const working = rule.engines.length ? enginesWith(engines, WORKER, rule.engines) : []
      const files = new Set([embedScript, ...frame, ...loadedWith(page, manifest), ...working])
      return row(`${rule.name} to its verdict`, files, rule.gzip, rule.requests)
    }),
  ]
}
