import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A class of a test's own, as `helo-world class` holds it, on any free port. */
export interface TestClass {
  /** The link for students. */
  readonly link: string
  /** The link to the board. */
  readonly board: string
  readonly code: string
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')

/** @param more Further words for `helo-world class`. */
export async function startClass(...more: readonly string[]): Promise<TestClass> {
  const words = ['src/bridge/cli/main.ts', 'class', '--json', '--port', '0', ...more]
  const started = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(started, 'exit')
  let line = ''
  for await (const piece of started.stdout) {
    line += String(piece)
    if (line.includes('\n')) break
  }
  const { links, board, code } = JSON.parse(line) as {
    links: readonly string[]
    board: string
    code: string
  }
  return {
    ...{ link: links[0]!, board, code },
    async stop() {
      started.kill('SIGTERM')
      await ended
    },
  }
}
