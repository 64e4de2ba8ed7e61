import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** Debian's own: its packages are not seen by another Python on the path. */
const PYTHON = '/usr/bin/python3'

/**
 * Gives cases to a script, one JSON line each, and reads its answers.
 * @returns `undefined` where Python is missing, or the check fails.
 */
export async function askPython<Answer>(
  check: string,
  script: string,
  cases: Iterable<unknown>,
): Promise<{ version: string; answers: Answer[] } | undefined> {
  if (!(await runs(check))) return undefined
  const child = spawn(PYTHON, ['-B', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const done = exitOf(child)
  const lines = createInterface({ input: child.stdout })
  const reading = readLines(lines)
  for (const each of cases) {
    if (!child.stdin.write(`${JSON.stringify(each)}\n`))
      await new Promise((resolve) => child.stdin.once('drain', resolve))
  }
  child.stdin.end()
  const [first, ...answers] = await reading
  const code = await done
  if (code !== 0 || first === undefined) throw new Error(`${script} ended with code ${code}.`)
  const { version } = first as { version: string }
  return { version, answers: answers as Answer[] }
}

async function readLines(lines: AsyncIterable<string>): Promise<unknown[]> {
  const read: unknown[] = []
  for await (const line of lines) read.push(JSON.parse(line))
  return read
}

async function runs(check: string): Promise<boolean> {
  if (!existsSync(PYTHON)) return false
  return (await exitOf(spawn(PYTHON, ['-c', check], { stdio: 'ignore' }))) === 0
}

const exitOf = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
