import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One connection of a script: it begins with the server's greeting. */
export interface ScriptSession {
  readonly title: string
  /** The service of the host that it talks to, such as `smtp` or `submission`. */
  readonly service: string
  readonly turns: readonly ScriptTurn[]
}

export interface ScriptTurn {
  /** As written in the script. */
  readonly typed: string
  readonly action: 'send' | 'starttls'
  /** One UTF-16 unit an octet, with its line end. */
  readonly octets: string
  /** Replies to wait for. */
  readonly replies: number
}

/** `== title (service)` begins a session, `#` a remark; any other line is a client's. */
const HEADING = /^== (.*) \((\w+)\)$/

/**
 * Reads a script. `0> text` is sent without waiting for a reply, `2> a\r\nb` waits for two; `\r`,
 * `\n`, `\0`, `\\`, `\xFF` and `{a*600}` stand for octets, `$ starttls` for the handshake. Letters beyond
 * ASCII are sent as UTF-8.
 */
export function parseScript(text: string): ScriptSession[] {
  const sessions: { title: string; service: string; turns: ScriptTurn[] }[] = []
  for (const line of text.split('\n')) {
    const [, title, service] = HEADING.exec(line) ?? []
    if (title !== undefined && service !== undefined) sessions.push({ title, service, turns: [] })
    else if (line !== '' && !line.startsWith('#')) sessions.at(-1)!.turns.push(parseTurn(line))
  }
  return sessions
}

export const readScript = (name: string): ScriptSession[] =>
  parseScript(readFileSync(join(import.meta.dirname, 'scripts', name), 'utf8'))

function parseTurn(line: string): ScriptTurn {
  if (line === '$ starttls') return { typed: line, action: 'starttls', octets: '', replies: 0 }
  const [, replies = '1', typed = ''] = /^(?:(\d+)>(?: |$))?(.*)$/.exec(line)!
  return { typed, action: 'send', octets: `${unescape(typed)}\r\n`, replies: Number(replies) }
}

const ESCAPES: Readonly<Record<string, string>> = { r: '\r', n: '\n', '0': '\0', '\\': '\\' }

const unescape = (typed: string): string =>
  Buffer.from(typed, 'utf8')
    .toString('latin1')
    .replace(/\\x([0-9A-F]{2})/g, (_, octet: string) => String.fromCharCode(parseInt(octet, 16)))
    .replace(/\{(.+?)\*(\d+)\}/g, (_, text: string, times: string) => text.repeat(Number(times)))
    .replace(/\\([rn0\\])/g, (_, letter: string) => ESCAPES[letter]!)
