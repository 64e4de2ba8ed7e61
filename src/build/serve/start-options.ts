import { parseArgs } from 'node:util'
import { parsePort, SERVICES } from '../../bridge/serve/ports.ts'

export interface StartOptions {
  /** First port to try for the page. */
  readonly port: number
  /** The same for other services, by name; those that are not named have their usual ones. */
  readonly ports: Readonly<Record<string, number>>
  /** Addresses to listen on. */
  readonly listen: readonly string[]
  /** Whether to build first, or to serve what the last build left. */
  readonly source: 'fresh' | 'built'
  /** Whether real mail programs may take part. */
  readonly bridge: 'open' | 'none'
  /** Whether the page Live may edit the bridge's zones. */
  readonly zones: 'edited' | 'read'
}

export const usage = `Usage: npm start -- [options]

  --port <number>            first port to try for the page (4173); 0 takes any free one
  --port <service>=<number>  the same for another service, such as smtp=2525; all=0 for every one
  --host <address>           address to listen on (127.0.0.1 and ::1)
  --no-bridge                serve the page alone, without ports for mail programs
  --read-only                let no one edit the zones in the page Live
  --no-build                 serve what the last build left
  --help                     show this text`

const HTTP = 4173
const LOOPBACK = ['127.0.0.1', '::1']

/**
 * Reads the words after `npm start --`.
 * @returns The options, or a sentence for the person who typed them, or `help`.
 */
export function parseStartOptions(words: string[]): StartOptions | string | 'help' {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        port: { type: 'string', multiple: true, default: [] },
        host: { type: 'string', multiple: true, default: LOOPBACK },
        'no-bridge': { type: 'boolean', default: false },
        'read-only': { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) return 'help'
    const read = readPorts(values.port)
    if (typeof read === 'string') return read
    const { http: port = HTTP, ...ports } = read
    return {
      ...{ port, ports, listen: values.host },
      source: values['no-build'] ? 'built' : 'fresh',
      bridge: values['no-bridge'] ? 'none' : 'open',
      zones: values['read-only'] ? 'read' : 'edited',
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A number alone is the page's port. */
function readPorts(words: readonly string[]): Record<string, number> | string {
  const ports: Record<string, number> = {}
  for (const word of words) {
    const read = parsePort(word.includes('=') ? word : `http=${word}`)
    if (!read) return complaint(word)
    Object.assign(ports, read)
  }
  return ports
}

const complaint = (word: string): string =>
  word.includes('=')
    ? `Write a port as a number, or as service=number, not "${word}". The services: ${SERVICES}.`
    : `A port is a number from 0 to 65535, not "${word}".`
