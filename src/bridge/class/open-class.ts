import type { ClassFacts, ClassPlace } from '../../lab/class/protocol.ts'
import { bindAll, tcpBinding } from '../net/bind.ts'
import { ClassRoom } from './class-room.ts'
import { classServer } from './class-server.ts'
import { hostsFor, ownAddresses } from './links.ts'
import { joinCode, pageKey } from './secrets.ts'

export interface OpenClassOptions {
  /** Folder of the built site. */
  readonly site: string
  /** Addresses of this machine to listen on. */
  readonly listen: readonly string[]
  /** The first port to try; 0 takes any free one. */
  readonly port: number
  /** What students reach this machine by, where it cannot know. */
  readonly names: readonly string[]
  readonly begin: ClassPlace
  /** The id of the path that the class takes. */
  readonly path?: string
  /** Milliseconds since 1970. */
  now(): number
}

/** A class that is held. */
export interface OpenClass {
  readonly room: ClassRoom
  readonly port: number
  readonly code: string
  readonly secret: string
  /** Links for students, the best one first. */
  readonly links: readonly string[]
  /** The link to the board, for the teacher alone. */
  readonly board: string
  /** Cuts the streams of pages that no longer say anything; it does so itself from time to time. */
  cutSilent(): void
  /** Announces the end to all pages, and resolves when all is closed. */
  end(): Promise<void>
}

/** Opens a class. @throws Where no port can be had. */
export async function openClass(options: OpenClassOptions): Promise<OpenClass> {
  const { site, listen, names, begin, path } = options
  const [code, secret] = [joinCode(), pageKey()]
  const room = new ClassRoom(begin, () => options.now())
  const hosts = hostsFor(listen, names, ownAddresses())
  const links: string[] = []
  const facts = (): ClassFacts => ({ links, begin, ...(path !== undefined && { path }) })
  const serving = classServer({ site, room, code, secret, facts, names: hosts })
  const make = () => [tcpBinding(serving.makeServer(), 'leave')]
  const { port } = await bindAll(listen, options.port, make)
  links.push(...hosts.map((host) => `http://${host}:${port}/class/#${code}`))
  const board = `http://${boardHost(listen)}:${port}/class/board/#${secret}`
  const { cutSilent, end } = serving
  return { room, port, code, secret, links, board, cutSilent, end }
}

/** The teacher's pages are on this machine, where the browser trusts what is served most. */
function boardHost(listen: readonly string[]): string {
  if (listen.some((host) => ['127.0.0.1', '0.0.0.0', '::'].includes(host))) return '127.0.0.1'
  const [first = '127.0.0.1'] = listen
  return first.includes(':') ? `[${first}]` : first
}
