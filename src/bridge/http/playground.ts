import { createServer, type Server } from 'node:http'
import { writeJson } from '../../lab/octet-json.ts'
import { mailboxesOutput } from '../../lab/world-report.ts'
import type { World } from '../../world/world.ts'
import { eventStream } from './event-stream.ts'
import { LABS, LabHosts } from './lab-hosts.ts'
import { REMOVING_WORKER } from './removing-worker.ts'
import { answerSite } from './static-server.ts'
import type { EditedZones } from '../zones/edited-zones.ts'
import { isNear, isOurs } from './who-asks.ts'
import type { EditRules } from './who-may-edit.ts'
import { CACHES, ZoneRequests, ZONES } from './zone-requests.ts'

export interface PlaygroundOptions {
  /** Folder of the built site. */
  readonly root: string
  readonly world: World
  /** Names this run of the bridge: a number that rises with each one. */
  readonly run: number
  /** What there is to try, for a page that shows it. JSON values only. */
  readonly facts: () => unknown
  readonly zones: EditedZones
  readonly rules: EditRules
}

export interface Playground {
  readonly server: Server
  /** Announces the end to the pages that follow, and cuts every connection. */
  end(): Promise<void>
}

/**
 * The playground over HTTP, with what happens in the world as it happens: `bridge/events` (server-sent
 * events) and `bridge/mailboxes` in the words of the lab protocol, `bridge/facts` and `bridge/world` (JSON).
 * Below `bridge/labs` it hosts labs of its own, and below `bridge/zones` are the zones, to be edited. They are
 * for pages of this very server: they carry mail and passwords, so another site must not read them. Pages that
 * may read them are marked.
 */
export function playground(options: PlaygroundOptions): Playground {
  const { root, world, run, zones, rules } = options
  const events = eventStream(world, run, zones)
  const labs = new LabHosts()
  const edits = new ZoneRequests({ world, zones, run, rules })
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0]
    const ours = isOurs(request)
    if (path === '/sw.js') return void response.writeHead(200, SCRIPT).end(REMOVING_WORKER)
    const asked = [LABS, ZONES, CACHES].find((one) => path === one || path?.startsWith(`${one}/`))
    if (path === undefined || !(asked || BRIDGE_PATHS.has(path)))
      return answerSite(root, request, response, ours ? marked : undefined)
    if (!ours || !isNear(request)) return void response.writeHead(403, PRIVATE).end()
    for (const [name, value] of Object.entries(PRIVATE)) response.setHeader(name, value)
    if (asked) {
      const answered = (asked === LABS ? labs : edits).answer(path, request, response)
      // A page that goes away in the middle of a request is no fault of the bridge.
      return void answered.catch(() => response.destroy())
    }
    if (path === '/bridge/events') return events.answer(request, response, PRIVATE)
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(writeJson(stateOf(path, options)))
  })
  return {
    server,
    async end() {
      labs.end()
      await events.end()
      server.closeAllConnections()
    },
  }
}

const BRIDGE_PATHS: ReadonlySet<string> = new Set([
  '/bridge/events',
  '/bridge/facts',
  '/bridge/mailboxes',
  '/bridge/world',
])

function stateOf(path: string, { world, run, facts }: PlaygroundOptions): unknown {
  if (path === '/bridge/facts') return facts()
  return path === '/bridge/world' ? world.spec : mailboxesOutput(world, run)
}

const SCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }

const PRIVATE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

/** Marks a page that a bridge serves: so no page asks for one where there is none. */
const marked = (html: string): string =>
  html.replace('</head>', '<meta name="helo-world-bridge" content="open" /></head>')
