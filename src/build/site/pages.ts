import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { HtmlTagDescriptor, Plugin, Rolldown, ViteDevServer } from 'vite'
import { contentSecurityPolicy } from './csp.ts'
import { withEarlyLinks } from './early-links.ts'
import type { LearningPath } from '../lessons/load-paths.ts'
import type { Scenario } from '../../lessons/scenario.ts'
import type { LessonPage } from './lesson-list.ts'
import {
  dataFilesOf,
  pageAt,
  siteMap,
  type DataFile,
  type Page,
  type PageKind,
  type SiteContent,
} from './site-map.ts'
import { fill, include, markCurrent, setBase, withoutIndents } from './template.ts'
import type { Experiment } from '../experiments/load-experiments.ts'
import {
  english,
  linkLanguages,
  ownFolder,
  type SiteLanguages,
} from './languages/other-languages.ts'
import { withoutOwnLanguage } from './languages/own-language.ts'
import { linkOembed, siteAddress } from './embed/oembed.ts'
import type { SiteWords } from './words/load-words.ts'
import { sayWords } from './words/say.ts'

export interface PagesOptions {
  readonly root: string
  /** English alone by default. */
  readonly languages?: SiteLanguages
  /** The site itself by default. */
  readonly part?: SitePart
  /** The words of the language that is built. */
  loadWords(): Promise<SiteWords>
  loadLessons(root: string): readonly LessonPage[] | Promise<readonly LessonPage[]>
  /** The worlds of the sandbox; none by default. */
  loadWorlds?(root: string): readonly Scenario[] | Promise<readonly Scenario[]>
  /** The paths through the course; none by default. */
  loadPaths?(
    root: string,
    slugs: readonly string[],
  ): readonly LearningPath[] | Promise<readonly LearningPath[]>
  /** Things to try in the sandbox; none by default. */
  loadExperiments?(root: string, worlds: readonly Scenario[]): Promise<readonly Experiment[]>
}

/** What is built at once: the site's pages, or those that stand in pages of others. */
export type SitePart = 'site' | 'apart'

const isOf = (part: SitePart, { isApart }: PageKind): boolean =>
  (isApart ?? false) === (part === 'apart')

/** The kinds of page whose template is there, by name, as Vite's inputs. */
export function pageInputs(
  root: string,
  languages = english,
  part: SitePart = 'site',
): Record<string, string> {
  const kinds = present(root).filter((kind) => isOf(part, kind))
  return Object.fromEntries(kinds.map((kind) => [kind.name, inputOf(root, kind, languages)]))
}

/** In another language it is deeper by a folder, and so are its paths to the assets. */
const inputOf = (root: string, { input }: PageKind, languages: SiteLanguages): string =>
  join(root, ownFolder(languages), input)

/**
 * Makes the site's pages: real HTML files, one for each lesson, readable without a script.
 * Vite builds each template once; what it gives is then filled for each page.
 */
export function pages(options: PagesOptions): Plugin {
  const { root, loadWords, languages = english, part = 'site' } = options
  const folder = ownFolder(languages)
  const finish = (page: Page, html: string) => finished(page, html, languages)
  let command: 'build' | 'serve' = 'build'
  return {
    name: 'helo-world:pages',
    configResolved(config) {
      command = config.command
    },
    resolveId(id) {
      return kindOf(root, id, languages) && id
    },
    async load(id) {
      const kind = kindOf(root, id, languages)
      if (kind === undefined) return undefined
      this.addWatchFile(join(root, kind.template))
      return readTemplate(root, kind, await loadWords())
    },
    transformIndexHtml: () => [policyTag(command)],
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const emit = (file: string, source: string) =>
          void this.emitFile({ type: 'asset', fileName: folder + file, source })
        const site = await loadSite(options)
        const kinds = present(root).filter((kind) => isOf(part, kind))
        for (const kind of kinds)
          emitPages({ bundle, folder, emit, finish }, kind, kind.pages(site))
        if (kinds.some(({ name }) => name === 'rules'))
          for (const { file, text } of dataFilesOf(site)) emit(file, text())
      },
    },
    configureServer(server) {
      reloadOn(server, [join(root, 'lessons'), join(root, PARTS), join(root, 'src/ui/words')])
      servePages(server, folder, {
        page: async (path) => {
          const site = await loadSite(options)
          const found = pageAt(path, site)
          if (!found || !existsSync(join(root, found.kind.template))) return undefined
          return finish(found.page, readTemplate(root, found.kind, site.words))
        },
        data: async (path) =>
          dataFilesOf(await loadSite(options)).find(({ file }) => path === `/${file}`),
      })
    },
  }
}

async function loadSite(options: PagesOptions): Promise<SiteContent> {
  const { root, loadWords, loadLessons, loadWorlds, loadPaths, loadExperiments } = options
  const { language } = options.languages ?? english
  const [lessons, worlds, words] = await Promise.all([
    loadLessons(root),
    loadWorlds?.(root) ?? [],
    loadWords(),
  ])
  const slugs = lessons.map(({ slug }) => slug)
  const paths = (await loadPaths?.(root, slugs)) ?? []
  const experiments = (await loadExperiments?.(root, worlds)) ?? []
  return { language, lessons, worlds, words, paths, experiments }
}

/** A page with all that is its own in it. */
const finished = ({ file, slots }: Page, html: string, languages: SiteLanguages): string =>
  linkOembed(
    linkLanguages(withoutOwnLanguage(fill(html, slots), languages.language), file, languages),
    ...([file, languages.language, siteAddress()] as const),
  )

interface Emission {
  readonly bundle: Rolldown.OutputBundle
  /** Of the language, in the bundle. */
  readonly folder: string
  emit(file: string, text: string): void
  finish(page: Page, html: string): string
}

/** Fills what Vite made of a template, once for each page of its kind. */
function emitPages(
  { bundle, folder, emit, finish }: Emission,
  { input }: PageKind,
  made: readonly Page[],
): void {
  const built = bundle[folder + input]
  if (built?.type !== 'asset') return
  const html = String(built.source)
  // A file that is deleted and emitted under the same name can get lost on the way.
  if (!made.some(({ file }) => file === input)) Reflect.deleteProperty(bundle, folder + input)
  for (const page of made) {
    const text = finish(page, withEarlyLinks(html, bundle, page.early ?? []))
    if (page.file === input) built.source = text
    else emit(page.file, text)
  }
}

/** Where the parts are that templates share. */
const PARTS = 'src/ui/pages/parts'

/** A kind's template with its parts and its words in it, and with paths from its depth in the site. */
function readTemplate(root: string, { template, base, at }: PageKind, words: SiteWords): string {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const whole = include(read(template), (part) => {
    const text = read(join(dirname(PARTS), part))
    return at !== undefined && /\/(masthead|lists)\.html$/.test(part) ? markCurrent(text, at) : text
  })
  return setBase(sayWords(withoutIndents(whole), words), base)
}

const present = (root: string): PageKind[] =>
  siteMap.filter(({ template }) => existsSync(join(root, template)))

function kindOf(root: string, id: string, languages: SiteLanguages): PageKind | undefined {
  return present(root).find((kind) => inputOf(root, kind, languages) === id)
}

function policyTag(command: 'build' | 'serve'): HtmlTagDescriptor {
  return {
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy(command) },
    injectTo: 'head-prepend',
  }
}

/** A change in these folders shows at once. */
function reloadOn(server: ViteDevServer, folders: string[]): void {
  server.watcher.add(folders).on('all', (_, path) => {
    if (folders.some((folder) => path.startsWith(folder))) server.ws.send({ type: 'full-reload' })
  })
}

/** Answers the site's own URLs in the dev server, below a language's folder; leaves everything else to Vite. */
function servePages(
  server: ViteDevServer,
  folder: string,
  site: {
    page(path: string): Promise<string | undefined>
    data(path: string): Promise<DataFile | undefined>
  },
): void {
  server.middlewares.use((request, response, next) => {
    const [whole = '/'] = (request.url ?? '/').split('?')
    if (!whole.startsWith(`/${folder}`)) return next()
    const path = whole.slice(folder.length)
    const answer = async () => {
      const data = path.endsWith('.json') ? await site.data(path) : undefined
      if (data) {
        response.setHeader('Content-Type', 'application/json; charset=utf-8')
        return void response.end(data.text())
      }
      const html = await site.page(path)
      if (html === undefined) return answerFolder()
      const page = await server.transformIndexHtml(path, html)
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(page)
    }
    const answerFolder = async () => {
      if (/\.\w+$|\/$|^\/@/.test(path) || (await site.page(`${path}/`)) === undefined) return next()
      response.writeHead(301, { Location: `${whole}/` }).end()
    }
    answer().catch(next)
  })
}
