import { parseArgs } from 'node:util'

export interface StartOptions {
  readonly port: number
  readonly host: string
  /** Whether to build first, or to serve what the last build left. */
  readonly source: 'fresh' | 'built'
}

export const usage = `Usage: npm start -- [options]

  --port <number>   first port to try (4173); 0 takes any free one
  --host <address>  address to listen on (127.0.0.1)
  --no-build        serve what the last build left
  --help            show this text`

/**
 * Reads the words after `npm start --`.
 * @returns The options, or a sentence for the person who typed them, or `help`.
 */
export function parseStartOptions(words: string[]): StartOptions | string | 'help' {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        port: { type: 'string', default: '4173' },
        host: { type: 'string', default: '127.0.0.1' },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) return 'help'
    const port = parsePort(values.port)
    if (port === undefined) return `A port is a number from 0 to 65535, not "${values.port}".`
    return { port, host: values.host, source: values['no-build'] ? 'built' : 'fresh' }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function parsePort(text: string): number | undefined {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined
}
