import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { replaced } from '../../../ui/terminal/xterm/parts/replaced.ts'

/** Folders of its source that xterm's modules name without a path. */
const OWN_FOLDERS = /^(?:browser|common|vs)\//

/**
 * The terminal as one module without imports, made of the source that its package brings. Some of it is
 * replaced by what `src/ui/terminal/xterm/parts/` has.
 * @param parts As `replaced` has them; nothing is replaced by an empty one.
 * @returns Its text, not minified.
 * @throws Where a module to be replaced is no part of it any more.
 */
export async function bundleXterm(root: string, parts = replaced): Promise<string> {
  const source = join(root, 'node_modules/@xterm/xterm/src')
  const [taken, taking] = takeParts(source, join(root, 'src/ui/terminal/xterm/parts'), parts)
  const built = await build({
    ...{ root, configFile: false, publicDir: false, logLevel: 'warn' },
    // As its own tsconfig.json has it, which the package leaves out.
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    build: {
      ...{ write: false, target: 'es2023', minify: false },
      lib: {
        entry: join(source, 'browser/public/Terminal.ts'),
        ...{ formats: ['es'], fileName: 'xterm' },
      },
      rolldownOptions: { optimization: { inlineConst: true }, checks: { pluginTimings: false } },
    },
    plugins: [taking],
  })
  const [{ output }] = built as [Rolldown.RolldownOutput]
  const missing = Object.keys(parts).filter((module) => !taken.has(module))
  if (missing.length) throw new Error(`xterm has no ${missing.join(', ')} any more.`)
  return output[0].code
}

/** What was replaced so far, and the plugin that does it. */
function takeParts(
  source: string,
  folder: string,
  parts: Readonly<Record<string, string>>,
): [ReadonlySet<string>, Plugin] {
  const taken = new Set<string>()
  const plugin: Plugin = {
    name: 'helo-world:xterm-parts',
    enforce: 'pre',
    async resolveId(id, importer) {
      const file = OWN_FOLDERS.test(id) ? join(source, id) : id
      const found = await this.resolve(file, importer, { skipSelf: true })
      const module = found?.id.replaceAll('\\', '/').split('/@xterm/xterm/src/')[1]
      const part = module !== undefined && parts[module]
      if (!part) return found
      taken.add(module)
      return join(folder, part)
    },
  }
  return [taken, plugin]
}
