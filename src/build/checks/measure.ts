import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { matches, type Budget, type Row } from './budget-table.ts'
import { firstLoad, loadedLater, loadedWith, reachable, type Manifest } from './bundle-graph.ts'
import {
  chunkPackagesFile,
  chunkRoomsFile,
  notesFolder,
  type ChunkPackages,
} from '../site/chunk-packages.ts'
import { folderOf, languages, type Language } from '../../ui/words/languages.ts'
import type { StoredSite } from '../../offline/stored-site.ts'

/** A built site on disk, and what the build noted of it. */
export interface Built {
  readonly dist: string
  /** Of the language, from the site’s root: empty, or `de/`. */
  readonly folder: string
  readonly pages: readonly string[]
  readonly manifest: Manifest
  readonly packages: ChunkPackages
  /** Built file ▶ the rooms of `src/` that it holds a part of. */
  readonly rooms: ChunkPackages
  /** The files that the service worker fetches for the language. */
  readonly kept: readonly string[]
}

/** Reads what was built in a language; English by default. */
export function readBuilt(dist: string, language: Language = 'en'): Built {
  const of = { language, all: languages }
  const json = (file: string): unknown =>
    JSON.parse(readFileSync(join(dist, notesFolder(of), file), 'utf8'))
  return {
    ...{ dist, folder: folderOf(language) },
    pages: readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html') && languageOfPage(file) === language),
    manifest: json('manifest.json') as Manifest,
    packages: json(chunkPackagesFile) as ChunkPackages,
    rooms: json(chunkRoomsFile) as ChunkPackages,
    kept: keptBy(readFileSync(join(dist, 'sw.js'), 'utf8'), folderOf(language)),
  }
}

const languageOfPage = (file: string): Language =>
  languages.find((one) => folderOf(one) !== '' && file.startsWith(folderOf(one))) ?? languages[0]

/** What a build wrote before its service worker: of one language. */
function keptBy(worker: string, folder: string): string[] {
  const [, site = ''] = /^const STORED_SITE=(.*);$/m.exec(worker) ?? []
  const { languages, assets } = JSON.parse(site) as StoredSite
  const own = languages.find((one) => one.folder === folder)
  return [...(own?.packs ?? []), ...assets, ...(own?.assets ?? [])]
}

/** Measures a built site against its budget: of the pages that a pattern names, the heaviest. */
export function measure(built: Built, budget: Budget): Row[] {
  const weigh = weigher(built.dist)
  const loads = new Map(built.pages.map((page) => [page, load(built, page)]))
  const all = new Set([...loads.values()].flatMap((files) => [...files]))
  return [
    ...budget.firstLoad.map((rule) => {
      const rows = [...loads]
        .filter(([page]) => matches(rule.pages, page))
        .map(([page, files]) => pageRow(page, atOnce(built, files, rule), rule, built, weigh))
      return heaviest(rows) ?? missing(rule)
    }),
    ...budget.later.map((rule) => {
      const holds = (file: string) => built.packages[file]?.includes(rule.package) ?? false
      const files = loadedLater(built.manifest, holds, all)
      return {
        name: `${rule.package}, on demand`,
        gzip: weigh(files),
        gzipLimit: rule.gzip,
        requests: files.size,
      }
    }),
    ...(budget.kept
      ? [
          {
            name: `${built.folder}: kept for the time without a network`.replace(/^: /, ''),
            gzip: weigh(built.kept),
            gzipLimit: budget.kept.gzip,
            requests: built.kept.length,
            requestLimit: budget.kept.requests,
          },
        ]
      : []),
  ]
}

/** Code that no page may load on its main thread, be it later, but did: a sentence for each. */
export function strays({ manifest, rooms }: Built, { mainThread }: Budget): string[] {
  return [...reachable(manifest, mainThread.apart)].flatMap((file) => {
    const found = mainThread.without.filter((room) => rooms[file]?.includes(room))
    return found.length ? [`Pages may load ${found.join(', ')} with ${file}.`] : []
  })
}

type Weigh = (files: Iterable<string>) => number
type PageRule = Budget['firstLoad'][number]

function load({ dist, manifest }: Built, page: string): Set<string> {
  return firstLoad(page, readFileSync(join(dist, page), 'utf8'), manifest)
}

/** The first load and what a page imports at once; a module that is not in the build is an error. */
function atOnce({ manifest }: Built, files: ReadonlySet<string>, rule: PageRule): Set<string> {
  const more = (rule.with ?? []).map((key) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build has no chunk of ${key}, which tests/budget.json names.`)
    return chunk.file
  })
  return new Set([...files, ...loadedWith(more, manifest)])
}

function weigher(dist: string): Weigh {
  const known = new Map<string, number>()
  const weight = (file: string): number => {
    const octets = known.get(file) ?? gzipSync(readFileSync(join(dist, file))).length
    known.set(file, octets)
    return octets
  }
  return (files) => [...files].reduce((sum, file) => sum + weight(file), 0)
}

function pageRow(
  name: string,
  files: ReadonlySet<string>,
  rule: PageRule,
  { packages }: Built,
  weigh: Weigh,
): Row {
  const { gzip: gzipLimit, requests: requestLimit, without } = rule
  const more = (rule.with ?? []).map((key) => ` + ${basename(key, '.ts')}`).join('')
  const row = {
    name: name + more,
    gzip: weigh(files),
    gzipLimit,
    requests: files.size,
    requestLimit,
  }
  const holder = [...files].find((file) => without && packages[file]?.includes(without))
  return holder === undefined ? row : { ...row, note: `${name} loads ${without} with ${holder}.` }
}

function heaviest(rows: readonly Row[]): Row | undefined {
  return rows.toSorted((a, b) => severity(b) - severity(a))[0]
}

const severity = (row: Row): number => (row.note === undefined ? 0 : 1e9) + row.gzip

function missing({ pages, gzip, requests }: PageRule): Row {
  const note = `There is no page ${pages} in the build.`
  return { name: pages, gzip: 0, gzipLimit: gzip, requests: 0, requestLimit: requests, note }
}
