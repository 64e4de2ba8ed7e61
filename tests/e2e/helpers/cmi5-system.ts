import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { contentType } from '../../../src/bridge/http/content-types.ts'
import type { Unpacked } from './packages.ts'

/** A statement as it came, by the members that tests look at. */
export interface Received {
  readonly id: string
  readonly timestamp: string
  readonly verb: { readonly id: string }
  readonly object: { readonly id: string }
  readonly result?: Readonly<Record<string, unknown>>
  readonly context: {
    readonly registration?: string
    readonly contextActivities?: {
      readonly category?: readonly { readonly id: string }[]
      readonly grouping?: readonly { readonly id: string }[]
    }
    readonly extensions?: Readonly<Record<string, unknown>>
  }
}

/** A learning system of cmi5 with its store of records, as far as a lesson sees of them. */
export interface Cmi5System {
  /** Begins a session, as an LMS does, and gives the address to open. */
  launch(more?: Readonly<Record<string, unknown>>): string
  readonly statements: readonly Received[]
  readonly documents: ReadonlyMap<string, string>
  /** What was done that cmi5 does not allow. */
  readonly faults: readonly string[]
  /** While it is set, requests to the store fail. */
  isDown: boolean
  end(): Promise<void>
}

const REGISTRATION = '760e3480-ba55-4991-94b0-01820dbd23a2'
const ACTIVITY = 'https://lms.example/au/17'
const AGENT = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '17' } }
const PUBLISHER = { id: 'https://learn.example.org/lessons/speak-smtp/' }
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid'

/** Serves a package at one origin, and its store at another. */
export async function cmi5System(files: Unpacked, page: string): Promise<Cmi5System> {
  const statements: Received[] = []
  const faults: string[] = []
  const documents = new Map<string, string>()
  /** Tokens by the key of their address; each is given once. */
  const tokens = new Map<string, string>()
  const used = new Set<string>()
  const asked = new Set<string>()

  const lms = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lms.example')
    if (pathname === '/back') return send(response, 200, 'Back in the LMS', 'text/html')
    if (pathname === '/token') {
      if (request.method !== 'POST') faults.push('The token was not asked for by POST.')
      const key = searchParams.get('k') ?? ''
      const isFirst = !used.has(key)
      used.add(key)
      const answer = isFirst
        ? { 'auth-token': tokens.get(key) }
        : { 'error-code': '1', 'error-text': 'The token was given before.' }
      return send(response, 200, JSON.stringify(answer))
    }
    const file = files[pathname.slice(1)]
    if (!file) return send(response, 404, '')
    response.writeHead(200, { 'Content-Type': contentType(pathname) }).end(file)
  })

  const store = createServer((request, response) => void answer(request, response))
  const system = { isDown: false }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request
    for (const [name, value] of Object.entries(open)) response.setHeader(name, value)
    if (method === 'OPTIONS') return void response.writeHead(204).end()
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lrs.example')
    const body = await text(request)
    if (system.isDown) return send(response, 503, '')
    const [, token = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? []
    if (![...tokens.values()].includes(token)) {
      faults.push(`${method} ${pathname} without a token.`)
      return send(response, 401, '')
    }
    if (request.headers['x-experience-api-version'] !== '1.0.3')
      faults.push(`${pathname} without a version.`)
    asked.add(pathname)
    if (pathname === '/xapi/statements') {
      statements.push(...(JSON.parse(body) as Received[]))
      return send(response, 200, '[]')
    }
    if (pathname === '/xapi/agents/profile') return send(response, 404, '')
    if (pathname !== '/xapi/activities/state') return send(response, 404, '')
    const of = ['activityId', 'registration'].map((name) => searchParams.get(name)).join()
    const agent = JSON.stringify(JSON.parse(searchParams.get('agent') ?? 'null'))
    if (of !== `${ACTIVITY},${REGISTRATION}` || agent !== JSON.stringify(AGENT))
      faults.push('A document of something else was asked for.')
    const name = searchParams.get('stateId') ?? ''
    if (method === 'PUT') {
      if (name === 'LMS.LaunchData') faults.push('The launch data was changed.')
      documents.set(name, body)
      return send(response, 204, '')
    }
    const found = documents.get(name)
    return found === undefined ? send(response, 404, '') : send(response, 200, found)
  }

  const [lmsAt, storeAt] = await Promise.all([listening(lms), listening(store)])
  return {
    statements,
    documents,
    faults,
    launch(more = {}) {
      const key = randomUUID()
      tokens.set(key, `token-${key}`)
      documents.set(
        'LMS.LaunchData',
        JSON.stringify({
          ...{ launchMode: 'Normal', moveOn: 'Completed', returnURL: `${lmsAt}back` },
          contextTemplate: {
            contextActivities: { grouping: [PUBLISHER] },
            extensions: { [SESSION]: key },
          },
          ...more,
        }),
      )
      const query = new URLSearchParams({
        ...{ endpoint: `${storeAt}xapi/`, fetch: `${lmsAt}token?k=${key}` },
        ...{ actor: JSON.stringify(AGENT), registration: REGISTRATION, activityId: ACTIVITY },
      })
      return `${lmsAt}${page}?${query}`
    },
    get isDown() {
      return system.isDown
    },
    set isDown(value) {
      system.isDown = value
    },
    async end() {
      for (const server of [lms, store]) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

/** A store stands at an origin of its own, and lets each page ask. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*, Authorization, Content-Type, X-Experience-API-Version',
  'Access-Control-Allow-Methods': 'GET, PUT, POST',
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'application/json',
): void {
  response.writeHead(status, { 'Content-Type': type }).end(body)
}

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories'
const nameOf = ({ verb }: Received): string => verb.id.slice(verb.id.lastIndexOf('/') + 1)

const categoriesOf = ({ context }: Received): readonly string[] =>
  (context.contextActivities?.category ?? []).map(({ id }) => id)

/** Statements that cmi5 defines, by their verbs, in order; of one session or of all. */
export const definedIn = (all: readonly Received[]): readonly string[] =>
  all.filter((one) => categoriesOf(one).includes(`${CATEGORY}/cmi5`)).map(nameOf)

/** What of the statements of a registration is not as cmi5 wants it (7.1, 9). */
export function cmi5Faults(all: readonly Received[]): readonly string[] {
  const faults: string[] = []
  const check = (holds: boolean, fault: string) => void (holds || faults.push(fault))
  check(new Set(all.map(({ id }) => id)).size === all.length, 'Two statements have the same id.')
  const sessions = new Set(all.map(({ context }) => String(context.extensions?.[SESSION])))
  check(!sessions.has('undefined'), 'A statement has no session.')
  for (const session of sessions) {
    const own = all.filter(({ context }) => context.extensions?.[SESSION] === session)
    const inTime = own.toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : 1))
    check(nameOf(inTime[0]!) === 'initialized', 'The first statement of a session is another one.')
    check(nameOf(own.at(-1)!) === 'terminated', 'The last statement of a session is another one.')
    const verbs = definedIn(own)
    check(new Set(verbs).size === verbs.length, 'A verb came twice in a session.')
    check(!(verbs.includes('passed') && verbs.includes('failed')), 'Both passed and failed.')
  }
  const verbs = definedIn(all)
  for (const once of ['completed', 'passed'])
    check(verbs.filter((verb) => verb === once).length <= 1, `${once} came twice.`)
  for (const one of all) {
    const [verb, categories] = [nameOf(one), categoriesOf(one)]
    check(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/.test(one.id), 'An id is no UUID.')
    check(one.timestamp.endsWith('Z'), 'A timestamp is not in UTC.')
    check(one.context.registration === REGISTRATION, 'A statement has no registration.')
    check(
      one.context.contextActivities?.grouping?.some(({ id }) => id === PUBLISHER.id) ?? false,
      'The template is not in a statement.',
    )
    if (!categories.includes(`${CATEGORY}/cmi5`)) continue
    check(one.object.id === ACTIVITY, `${verb} is about something else.`)
    const { success, completion, duration, score } = one.result ?? {}
    const moves = success !== undefined || completion !== undefined
    check(categories.includes(`${CATEGORY}/moveon`) === moves, `${verb} is in the wrong category.`)
    check(verb === 'initialized' || duration !== undefined, `${verb} has no duration.`)
    check((completion !== undefined) === (verb === 'completed'), `${verb} with completion.`)
    const isVerdict = verb === 'passed' || verb === 'failed'
    check((success !== undefined) === isVerdict, `${verb} with success.`)
    check(score === undefined || isVerdict, `${verb} with a score.`)
  }
  return faults
}
