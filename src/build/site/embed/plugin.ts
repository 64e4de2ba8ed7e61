import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'

const SCRIPT = 'src/embed/embed.ts'

/** Where pages of others fetch the elements from: its name stays the same for ever. */
export const embedScript = 'embed.js'

/** Writes `embed.js` at the site's root; the dev server has it as it is written. */
export function embed(root: string, { isWritten }: { readonly isWritten: boolean }): Plugin {
  let config: ResolvedConfig
  return {
    name: 'helo-world:embed',
    configResolved: (resolved) => void (config = resolved),
    configureServer(server) {
      server.middlewares.use(`/${embedScript}`, (_, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        response.setHeader('Access-Control-Allow-Origin', '*')
        response.end(`import '/${SCRIPT}'\n`)
      })
    },
    async closeBundle(error) {
      if (error || !isWritten || config.command !== 'build') return
      writeFileSync(resolve(config.root, config.build.outDir, embedScript), await embedCode(root))
    },
  }
}

/** A script of one piece, which runs as a module and as a classic script alike. */
export async function embedCode(root: string): Promise<string> {
  const made = (await build({
    ...{ root, configFile: false, logLevel: 'warn', publicDir: false },
    build: {
      ...{ write: false, target: 'es2022', modulePreload: false },
      rolldownOptions: { input: join(root, SCRIPT), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return made.output[0].code
}
