import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { replaced } from '../../sink/parts/replaced.ts'

/** The sink as one module without imports, for browsers. @returns Its text. */
export async function bundleSink(root: string): Promise<string> {
  const source = join(root, 'src')
  const smaller = new Map(
    Object.entries(replaced).map(([whole, part]) => [join(source, whole), join(source, part)]),
  )
  const built = await build({
    ...{ root, configFile: false, publicDir: false, logLevel: 'warn' },
    build: {
      ...{ write: false, target: 'es2023', minify: 'oxc' },
      lib: { entry: join(source, 'sink/sink.ts'), formats: ['es'], fileName: 'sink' },
      // Libraries keep their spaces by default, for those who bundle them.
      rolldownOptions: { output: { minify: true, comments: false } },
    },
    plugins: [
      {
        name: 'helo-world:smaller-parts',
        enforce: 'pre',
        async resolveId(id, importer) {
          const found = await this.resolve(id, importer, { skipSelf: true })
          return found && smaller.get(found.id)
        },
      },
    ],
  })
  const [{ output }] = built as [Rolldown.RolldownOutput]
  if (output.length !== 1) throw new Error('The sink is more than one module.')
  return output[0].code
}
