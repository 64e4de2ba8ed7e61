import { createServer, type Plugin, type UserConfig, type ViteDevServer } from 'vite'
import { folderOf, type Language } from '../../../ui/words/languages.ts'
import { ownFolder, type SiteLanguages } from './other-languages.ts'

/**
 * Under `npm run dev`: the other languages below their folders. Each has a server of its own behind the
 * first one, opened when somebody asks for a page in it, for a module has the words of one language in it.
 */
export function otherLanguages(
  of: SiteLanguages,
  configFor: (of: SiteLanguages) => UserConfig,
): Plugin {
  return {
    name: 'helo-world:other-languages',
    apply: 'serve',
    configureServer(server) {
      if (ownFolder(of) !== '') return
      for (const language of of.all)
        if (language !== of.language)
          serveBelow(server, language, configFor({ language, all: of.all }))
    },
  }
}

function serveBelow(first: ViteDevServer, language: Language, config: UserConfig): void {
  const base = `/${folderOf(language)}`
  let opened: Promise<ViteDevServer> | undefined
  first.middlewares.use((request, response, next) => {
    if (!request.url?.startsWith(base)) return next()
    opened ??= open(first, language, { ...config, base })
    opened.then(({ middlewares }) => void middlewares(request, response, next), next)
  })
  first.httpServer?.on('close', () => void opened?.then((server) => server.close()))
}

/** Its pages learn of changes over the first server’s port. */
const open = (
  { httpServer }: ViteDevServer,
  language: Language,
  config: UserConfig,
): Promise<ViteDevServer> =>
  createServer({
    ...config,
    configFile: false,
    cacheDir: `node_modules/.vite/${language}`,
    server: {
      ...config.server,
      middlewareMode: true,
      ...(httpServer && { hmr: { server: httpServer } }),
    },
  })
