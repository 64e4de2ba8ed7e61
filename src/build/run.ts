import { spawn } from 'node:child_process'

export interface RunOptions {
  /** `show` passes the program's words on; `hide` drops them. */
  readonly output: 'show' | 'hide'
  /** Milliseconds until it is ended; none when left out. */
  readonly limit?: number
  readonly env?: NodeJS.ProcessEnv
}

/**
 * Runs a program to its end.
 * @returns Its exit code; 1 when it could not start, was ended by a signal or took too long.
 */
export function run(
  program: string,
  words: readonly string[],
  options: RunOptions,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      stdio: options.output === 'show' ? 'inherit' : 'ignore',
      env: { ...process.env, ...options.env },
      shell: process.platform === 'win32',
      ...(options.limit !== undefined && { timeout: options.limit, killSignal: 'SIGKILL' }),
    })
    child.once('error', () => resolve(1)).once('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Runs a program to its end and keeps what it wrote, in the order it came; in colour where this
 * process writes to a terminal.
 * @returns Its words with its exit code; 1 when it could not start or was ended by a signal.
 */
export function runKept(
  program: string,
  words: readonly string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    child
      .once('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }))
      .once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Whether a program answers with success within ten seconds. */
export async function answers(program: string, words: readonly string[]): Promise<boolean> {
  return (await run(program, words, { output: 'hide', limit: 10_000 })) === 0
}
