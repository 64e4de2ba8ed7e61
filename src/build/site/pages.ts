import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HtmlTagDescriptor, Plugin, ViteDevServer } from 'vite'
import { contentSecurityPolicy } from './csp.ts'
import type { LessonPage } from './lesson-list.ts'
import { pageAt, siteMap, type PageKind } from './site-map.ts'
import { fill, setBase } from './template.ts'

export interface PagesOptions {
  readonly root: string
  loadLessons(root: string): readonly LessonPage[] | Promise<readonly LessonPage[]>
}

/** The kinds of page whose template is there, by name, as Vite's inputs. */
export function pageInputs(root: string): Record<string, string> {
  return Object.fromEntries(present(root).map(({ name, input }) => [name, join(root, input)]))
}

/**
 * Makes the site's pages: real HTML files, one for each lesson, readable without a script.
 * Vite builds each template once; what it gives is then filled for each page.
 */
export function pages({ root, loadLessons }: PagesOptions): Plugin {
  let command: 'build' | 'serve' = 'build'
  const template = (kind: PageKind) =>
    setBase(readFileSync(join(root, kind.template), 'utf8'), kind.base)

  return {
    name: 'helo-world:pages',
    configResolved(config) {
      command = config.command
    },
    resolveId(id) {
      return kindOf(root, id) && id
    },
    load(id) {
      const kind = kindOf(root, id)
      if (kind === undefined) return undefined
      this.addWatchFile(join(root, kind.template))
      return template(kind)
    },
    transformIndexHtml: () => [policyTag(command)],
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const lessons = await loadLessons(root)
        for (const kind of present(root)) {
          const built = bundle[kind.input]
          if (built?.type !== 'asset') continue
          const html = String(built.source)
          const filled = kind.pages(lessons)
          // A file that is deleted and emitted under the same name can get lost on the way.
          if (!filled.some(({ file }) => file === kind.input))
            Reflect.deleteProperty(bundle, kind.input)
          for (const { file, slots } of filled)
            if (file === kind.input) built.source = fill(html, slots)
            else this.emitFile({ type: 'asset', fileName: file, source: fill(html, slots) })
        }
      },
    },
    configureServer(server) {
      reloadOn(server, join(root, 'lessons'))
      servePages(server, async (path) => {
        const found = pageAt(path, await loadLessons(root))
        if (!found || !existsSync(join(root, found.kind.template))) return undefined
        return fill(template(found.kind), found.page.slots)
      })
    },
  }
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

/** A change in a lesson's folder shows at once. */
function reloadOn(server: ViteDevServer, folder: string): void {
  server.watcher.add(folder).on('all', (_, path) => {
    if (path.startsWith(folder)) server.ws.send({ type: 'full-reload' })
  })
}

/** Answers the site's own URLs in the dev server; leaves everything else to Vite. */
function servePages(
  server: ViteDevServer,
  render: (path: string) => Promise<string | undefined>,
): void {
  server.middlewares.use((request, response, next) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const answer = async () => {
      const html = await render(path)
      if (html === undefined) return answerFolder()
      const page = await server.transformIndexHtml(path, html)
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(page)
    }
    const answerFolder = async () => {
      if (/\.\w+$|\/$|^\/@/.test(path) || (await render(`${path}/`)) === undefined) return next()
      response.writeHead(301, { Location: `${path}/` }).end()
    }
    answer().catch(next)
  })
}
