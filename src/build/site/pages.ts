import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { HtmlTagDescriptor, Plugin, Rolldown, ViteDevServer } from 'vite'
import { contentSecurityPolicy } from './csp.ts'
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
import { fill, include, markCurrent, setBase } from './template.ts'
import type { Experiment } from '../experiments/load-experiments.ts'
import type { SiteWords } from './words/load-words.ts'
import { sayWords } from './words/say.ts'

export interface PagesOptions {
  readonly root: string
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

/** The kinds of page whose template is there, by name, as Vite's inputs. */
export function pageInputs(root: string): Record<string, string> {
  return Object.fromEntries(present(root).map(({ name, input }) => [name, join(root, input)]))
}

/**
 * Makes the site's pages: real HTML files, one for each lesson, readable without a script.
 * Vite builds each template once; what it gives is then filled for each page.
 */
export function pages(options: PagesOptions): Plugin {
  const { root, loadWords } = options
  let command: 'build' | 'serve' = 'build'
  return {
    name: 'helo-world:pages',
    configResolved(config) {
      command = config.command
    },
    resolveId(id) {
      return kindOf(root, id) && id
    },
    async load(id) {
      const kind = kindOf(root, id)
      if (kind === undefined) return undefined
      this.addWatchFile(join(root, kind.template))
      return readTemplate(root, kind, await loadWords())
    },
    transformIndexHtml: () => [policyTag(command)],
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const emit = (fileName: string, source: string) =>
          void this.emitFile({ type: 'asset', fileName, source })
        const site = await loadSite(options)
        for (const kind of present(root)) emitPages(bundle, kind, kind.pages(site), emit)
        if (present(root).some(({ name }) => name === 'rules'))
          for (const { file, text } of dataFilesOf(site)) emit(file, text())
      },
    },
    configureServer(server) {
      reloadOn(server, [join(root, 'lessons'), join(root, PARTS), join(root, 'src/ui/words')])
      servePages(server, {
        page: async (path) => {
          const site = await loadSite(options)
          const found = pageAt(path, site)
          if (!found || !existsSync(join(root, found.kind.template))) return undefined
          return fill(readTemplate(root, found.kind, site.words), found.page.slots)
        },
        data: async (path) =>
          dataFilesOf(await loadSite(options)).find(({ file }) => path === `/${file}`),
      })
    },
  }
}

async function loadSite(options: PagesOptions): Promise<SiteContent> {
  const { root, loadWords, loadLessons, loadWorlds, loadPaths, loadExperiments } = options
  const [lessons, worlds, words] = await Promise.all([
    loadLessons(root),
    loadWorlds?.(root) ?? [],
    loadWords(),
  ])
  const slugs = lessons.map(({ slug }) => slug)
  const paths = (await loadPaths?.(root, slugs)) ?? []
  const experiments = (await loadExperiments?.(root, worlds)) ?? []
  return { lessons, worlds, words, paths, experiments }
}

/** Fills what Vite made of a template, once for each page of its kind. */
function emitPages(
  bundle: Rolldown.OutputBundle,
  kind: PageKind,
  made: readonly Page[],
  emit: (file: string, text: string) => void,
): void {
  const built = bundle[kind.input]
  if (built?.type !== 'asset') return
  const html = String(built.source)
  // A file that is deleted and emitted under the same name can get lost on the way.
  if (!made.some(({ file }) => file === kind.input)) Reflect.deleteProperty(bundle, kind.input)
  for (const { file, slots } of made)
    if (file === kind.input) built.source = fill(html, slots)
    else emit(file, fill(html, slots))
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
  return setBase(sayWords(whole, words), base)
}

const present = (root: string): PageKind[] =>
  siteMap.filter(({ template }) => existsSync(join(root, template)))

function kindOf(root: string, id: string): PageKind | undefined {
  return present(root).find(({ input }) => join(root, input) === id)
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

/** Answers the site's own URLs in the dev server; leaves everything else to Vite. */
function servePages(
  server: ViteDevServer,
  site: {
    page(path: string): Promise<string | undefined>
    data(path: string): Promise<DataFile | undefined>
  },
): void {
  server.middlewares.use((request, response, next) => {
    const [path = '/'] = (request.url ?? '/').split('?')
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
      response.writeHead(301, { Location: `${path}/` }).end()
    }
    answer().catch(next)
  })
}
