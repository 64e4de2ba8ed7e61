import { basename, dirname, join, relative, sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { compile } from './compile.ts'
import { proveAll } from './prove-all.ts'
import { ProofThreads } from './proof-threads.ts'

/** Small mistakes that are played at each change: few, as somebody waits. */
const SAMPLE = 10

/** Milliseconds without another change until a proof begins. */
const REST = 400

/**
 * Under `npm run dev`: proves a lesson when one of its files changes, and shows in the page what does not
 * hold, until it does. The page itself is loaded anew at once.
 */
export function liveProof(root: string): Plugin {
  return {
    name: 'live-proof',
    apply: 'serve',
    configureServer(server) {
      const lessons = join(root, 'lessons')
      let timer: ReturnType<typeof setTimeout> | undefined
      server.watcher.on('all', (_, path) => {
        const folder = lessonOf(lessons, path)
        if (folder === undefined) return
        clearTimeout(timer)
        timer = setTimeout(() => void show(server, folder), REST)
      })
    },
  }
}

/** The lesson that a file belongs to: `lessons/NN-module/NN-slug`. */
export function lessonOf(lessons: string, path: string): string | undefined {
  const [module = '', lesson = ''] = relative(lessons, path).split(sep)
  return /^\d+-/.test(module) && /^\d+-/.test(lesson) ? join(lessons, module, lesson) : undefined
}

async function show({ ws, config }: ViteDevServer, folder: string): Promise<void> {
  const name = `${basename(dirname(folder))}/${basename(folder)}`
  const findings = await findingsOf(config.root, folder).catch((error: unknown) => [
    error instanceof Error ? error.message : String(error),
  ])
  if (!findings.length) return config.logger.info(`  ${name} proves itself.`)
  const message = [`${name} does not prove itself:`, ...findings].join('\n\n')
  config.logger.warn(message)
  ws.send({ type: 'error', err: { message, stack: '', plugin: 'live-proof' } })
}

/** What does not hold, with the engines as they stand now. */
async function findingsOf(root: string, folder: string): Promise<readonly string[]> {
  const compiled = await compile(root, ['prove-worker'])
  const threads = new ProofThreads(compiled.fileOf('prove-worker'), 1)
  try {
    const [report] = await proveAll([{ folder, sample: SAMPLE }], threads)
    return report!.failures
  } finally {
    await threads.end()
    await compiled.remove()
  }
}
