import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Starts the command that is given as words, fetches pages of it, and ends it as Ctrl-C does. Run by `run.ts`, where
 * it can be in a namespace without a network; prints what came of it as JSON.
 */
export interface Started {
  /** Milliseconds until it said that it is ready. */
  readonly wall: number
  /** Milliseconds of a processor until then, of it and of what started it; undefined where nobody counts. */
  readonly cpu?: number
  readonly fetched: readonly string[]
  /** With which it ended, a code or a signal. */
  readonly code: number | string | null
  readonly faults: readonly string[]
}

const READY = /HELO World is ready:\s+(http:\/\/\S+)/
const PAGES = ['', 'lessons/speak-smtp/', 'de/', 'sandbox/', 'live/', 'bridge/facts']

const [command = '', ...words] = process.argv.slice(2)
const began = performance.now()
const child = spawn(command, words, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
const closed = once(child, 'close') as Promise<[number | null, string | null]>
const address = await readyAt()
const wall = Math.round(performance.now() - began)
const cpu = cpuOf(child.pid!)
const { fetched, faults } = address
  ? await fetchPages(address)
  : { fetched: [], faults: ['It never was ready.'] }
// The whole group, as a terminal does.
process.kill(-child.pid!, 'SIGINT')
const [code, signal] = await closed
// npx itself ends by the signal.
if (code !== 0 && signal !== 'SIGINT') faults.push(`It ended with ${code ?? signal}.`)
const gone = await fetch(address ?? '').then(
  () => false,
  () => true,
)
if (!gone) faults.push('It still answers.')
console.log(
  JSON.stringify({
    wall,
    ...(cpu !== undefined && { cpu }),
    fetched,
    code: code ?? signal,
    faults,
  }),
)

async function readyAt(): Promise<string | undefined> {
  let said = ''
  for await (const part of child.stdout) {
    said += String(part)
    const found = READY.exec(said)
    if (found) {
      child.stdout.resume()
      return found[1]
    }
  }
  return undefined
}

async function fetchPages(site: string) {
  const fetched: string[] = []
  const faults: string[] = []
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(new URL(path, site))
    if (!answer.ok) faults.push(`${path} gives ${answer.status}.`)
    fetched.push(path)
    return answer.text()
  }
  for (const page of PAGES) {
    const html = await get(page)
    for (const [, path] of html.matchAll(/(?:src|href)="((?:\.\.?\/)*assets\/[^"]+)"/g))
      await get(new URL(path!, new URL(page, site)).pathname)
  }
  return { fetched, faults }
}

/** Of a group of processes, as Linux counts it: in hundredths of a second. */
function cpuOf(group: number): number | undefined {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return all.reduce((sum, id) => sum + ticksOf(id, group) * 10, 0)
  } catch {
    return undefined
  }
}

function ticksOf(id: string, group: number): number {
  try {
    // Behind the name, which may hold spaces: state, parent, group … the times are the 12th to 15th from there.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return Number(fields[2]) === group
      ? fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0)
      : 0
  } catch {
    return 0
  }
}
