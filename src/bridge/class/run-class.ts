import { parseIp } from '../../core/ip.ts'
import { exactWords } from '../../cli/args.ts'
import type { Args } from '../../cli/command.ts'
import type { Io } from '../../cli/io.ts'
import { paintFor } from '../../cli/output/paint.ts'
import type { Report } from '../../cli/report.ts'
import { UsageError } from '../../cli/usage-error.ts'
import { isAbsent } from '../net/bind.ts'
import { isOpen } from '../serve/announce.ts'
import { siteFolder } from '../serve/site-folder.ts'
import { announceClass } from './announce-class.ts'
import { readBeginning, type Beginning } from './begin.ts'
import { ownAddresses } from './links.ts'
import { openClass, type OpenClass, type OpenClassOptions } from './open-class.ts'

const LOOPBACK = ['127.0.0.1', '::1']
/** Beside the one of `npm start`, so that both can run. */
const PORT = 4180

/**
 * Holds the class that the options describe, until it is asked to stop.
 * @throws {UsageError} where an option is not understood, or the port cannot be had.
 */
export async function runClass(args: Args, io: Io): Promise<Report> {
  exactWords(args)
  const site = siteFolder(args.text('site'))
  const begin = await readBeginning(site, args.text('lesson'), args.text('path'))
  const [listen, port] = [readListen(args), readPort(args)]
  const stopped = io.stopped()
  const held = await open({
    ...{ site, listen, port, names: readNames(args), begin: { slug: begin.lesson.slug } },
    ...(begin.path && { path: begin.path.id }),
    now: () => io.now(),
  })
  if (args.has('json')) io.out(readyLine(held))
  else io.out(announceClass(placesOf(held, begin, listen, port), paintFor(io.colour), io.colour))
  await stopped
  await held.end()
  return {
    findings: [],
    sources: new Map(),
    text: args.has('json') ? '' : '  The class is over.\n',
  }
}

async function open(options: OpenClassOptions): Promise<OpenClass> {
  try {
    return await openClass(options)
  } catch (error) {
    if (isAbsent(error)) {
      const own = ownAddresses().map(({ address }) => address)
      throw new UsageError(
        `This machine has no address ${options.listen.join(' or ')}. It has ${own.join(', ')}.`,
      )
    }
    throw new UsageError(error instanceof Error ? error.message : String(error), 'file')
  }
}

const readyLine = ({ links, board, code, port }: OpenClass): string =>
  `${JSON.stringify({ type: 'ready', port, links, board, code })}\n`

const placesOf = (
  { links, board, code, port }: OpenClass,
  { lesson, path }: Beginning,
  listen: readonly string[],
  wish: number,
) => ({
  ...{ links, board, code, isOpen: listen.some(isOpen) },
  begins: path ? `${path.title}, ${lesson.title}` : lesson.title,
  busy: wish === 0 || wish === port ? undefined : wish,
})

/** Loopback alone, unless it is asked for more. */
function readListen(args: Args): readonly string[] {
  const hosts = args.all('host')
  const wrong = hosts.find((host) => parseIp(host) === undefined)
  if (wrong !== undefined) throw new UsageError(`\`${wrong}\` is no IP address to listen on.`)
  return hosts.length > 0 ? hosts : LOOPBACK
}

function readNames(args: Args): readonly string[] {
  const names = args.all('name').map((name) => name.toLowerCase())
  const wrong = names.find((name) => !/^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/.test(name))
  if (wrong !== undefined) throw new UsageError(`\`${wrong}\` is no name of a machine.`)
  return names
}

const LAST_PORT = 65_535

function readPort(args: Args): number {
  const word = args.text('port') ?? String(PORT)
  const port = Number(word)
  if (/^\d+$/.test(word) && port <= LAST_PORT) return port
  throw new UsageError(`A port is a number from 0 to ${LAST_PORT}, not \`${word}\`.`)
}
