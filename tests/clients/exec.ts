import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Ran {
  readonly code: number | null
  readonly out: Buffer
  readonly err: string
}

export interface ExecOptions {
  readonly input?: Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Exit codes that mean success; 0 by default. */
  readonly ok?: readonly number[]
}

/** Milliseconds after which a program hangs, not works. */
const LIMIT = 60_000

/** @throws With what it printed, where it ends with another code or does not end. */
export function exec(
  program: string,
  words: readonly string[],
  options: ExecOptions = {},
): Promise<Ran> {
  const { input, env = {}, cwd, ok = [0] } = options
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
      ...(cwd !== undefined && { cwd }),
      timeout: LIMIT,
    })
    const out: Buffer[] = []
    let err = ''
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
    child.once('error', reject)
    child.once('close', (code) => {
      const ran = { code, out: Buffer.concat(out), err }
      if (code !== null && ok.includes(code)) resolve(ran)
      else
        reject(
          new Error(
            `${program} ended with ${code ?? 'a time-out'}:\n${tail(ran.out.toString())}\n${tail(err)}`,
          ),
        )
    })
  })
}

const tail = (text: string): string => text.split('\n').slice(-25).join('\n')

/** The path of a program, where it is installed. */
export function findProgram(name: string): string | undefined {
  for (const folder of name.includes('/') ? [''] : (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not there; the next one may be.
    }
  }
  return undefined
}
