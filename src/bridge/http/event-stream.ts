import type { IncomingMessage, ServerResponse } from 'node:http'
import { EventsReport } from '../../lab/events-report.ts'
import { writeJson } from '../../lab/octet-json.ts'
import { LAB_PROTOCOL, type LabOutput } from '../../lab/protocol.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import { octetsOf, openedBefore, startOfRecent, type LogLimits } from '../../world/log/recent.ts'
import type { World } from '../../world/world.ts'
import type { EditedZones } from '../zones/edited-zones.ts'

/** What a page that comes later receives of what went before. */
const REPLAYED: LogLimits = { events: 1_000, octets: 1 << 20 }

/** What goes in one frame, so that a page that reads slowly is not given all at once. */
const FRAME: LogLimits = { events: 100, octets: 1 << 16 }

/** Milliseconds between signs of life, so that a client that is gone is found. */
const HEARTBEAT = 15_000
/** Milliseconds that a page should wait before it tries again. */
const RETRY = 2_000
/** Milliseconds that a page has to take the last words. */
const FAREWELL = 500

/**
 * Reports to pages what happens in a world, as server-sent events. Each message is an output of the lab
 * protocol: `hello`, then `opened` where all begins anew, then `events`. Other words are named:
 * `before` (`events` too: how connections began that go on), `mailboxes` and `zones` (these have
 * changed), and `end`.
 */
export interface EventStream {
  /** Answers a request with all that happens from now on, and the newest of what happened. */
  answer(request: IncomingMessage, response: ServerResponse, headers: Record<string, string>): void
  /** Announces that the bridge ends, and ends each stream. */
  end(): Promise<void>
}

/**
 * @param run Names this run: a page that comes back to the same one receives what it missed (by
 *   `Last-Event-ID`), and another run begins anew.
 */
export function eventStream(
  world: World,
  run: number,
  zones: Pick<EditedZones, 'subscribe'>,
): EventStream {
  const followers = new Set<Follower>()
  return {
    answer(request, response, headers) {
      response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' })
      const missed = placeAfter(run, request, world)
      const follower = new Follower(world, run, zones, response, missed)
      followers.add(follower)
      request.once('close', () => {
        follower.stop()
        followers.delete(follower)
      })
    },
    async end() {
      await Promise.all([...followers].map((follower) => follower.end()))
    },
  }
}

/** Writes the log to a page as fast as the page reads: what it has not read yet waits in the log. */
class Follower {
  readonly #run: number
  readonly #response: ServerResponse
  readonly #events: EventsReport
  readonly #stop: () => void
  #isFull = false
  /** What changed, and the page does not know: it asks for what it shows. */
  readonly #stale = new Set<'mailboxes' | 'zones'>()
  /** What waits to be written, so that what happens together goes in one frame. */
  #waiting = { events: 0, octets: 0 }
  #soon: NodeJS.Immediate | undefined

  constructor(
    world: World,
    run: number,
    zones: Pick<EditedZones, 'subscribe'>,
    response: ServerResponse,
    missedFrom: number | undefined,
  ) {
    this.#run = run
    this.#response = response
    this.#write(`retry: ${RETRY}\n${data({ kind: 'hello', version: LAB_PROTOCOL })}`)
    const start = startOfRecent(world.events, REPLAYED)
    this.#events = new EventsReport(world, run, missedFrom ?? world.droppedCount + start)
    if (missedFrom === undefined) this.#begin(world, start)
    const forgetEvents = world.subscribe((event) => this.#notice(event))
    const forgetMail = world.store.subscribe(() => this.#noteStale('mailboxes'))
    const forgetZones = zones.subscribe(() => this.#noteStale('zones'))
    response.on('drain', () => {
      this.#isFull = false
      this.#goOn()
    })
    const beat = setInterval(() => {
      if (!this.#isFull) this.#write(': \n\n')
    }, HEARTBEAT)
    this.#stop = () => {
      forgetEvents()
      forgetMail()
      forgetZones()
      clearInterval(beat)
      clearImmediate(this.#soon)
    }
    this.#goOn()
  }

  stop(): void {
    this.#stop()
  }

  end(): Promise<void> {
    this.#goOn()
    this.#stop()
    return farewell(this.#response)
  }

  /** Says that what follows goes on from nothing, and which connections were opened before it. */
  #begin({ events, droppedCount }: World, start: number): void {
    const run = this.#run
    this.#write(data({ kind: 'opened', run }))
    const before = openedBefore(events, start)
    const first = droppedCount + start - before.length
    if (before.length > 0)
      this.#write(`event: before\n${data({ kind: 'events', run, first, events: before })}`)
  }

  #notice(event: WorldEvent): void {
    this.#waiting.events++
    this.#waiting.octets += octetsOf(event)
    const { events, octets } = this.#waiting
    // The log may let go what waits for long.
    if (events >= FRAME.events || octets >= FRAME.octets) this.#goOn()
    else this.#writeSoon()
  }

  #writeSoon(): void {
    this.#soon ??= setImmediate(() => this.#goOn())
  }

  #goOn(): void {
    clearImmediate(this.#soon)
    this.#soon = undefined
    this.#waiting = { events: 0, octets: 0 }
    while (!this.#isFull) {
      const output = this.#events.take(FRAME)
      if (!output) break
      const last = output.first + output.events.length - 1
      this.#write(`id: ${this.#run}-${last}\n${data(output)}`)
    }
    if (this.#isFull) return
    for (const name of this.#stale) this.#write(`event: ${name}\ndata: {}\n\n`)
    this.#stale.clear()
  }

  #noteStale(name: 'mailboxes' | 'zones'): void {
    this.#stale.add(name)
    this.#writeSoon()
  }

  #write(frame: string): void {
    this.#isFull = !this.#response.write(frame)
  }
}

/** An output as the rest of a frame. */
const data = (output: LabOutput): string => `data: ${writeJson(output)}\n\n`

function farewell(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      response.destroy()
      resolve()
    }, FAREWELL)
    response.once('close', () => {
      clearTimeout(late)
      resolve()
    })
    response.end('event: end\ndata: {}\n\n')
  })
}

/** Where a page that was here before goes on; `undefined` where it was not, or long ago. */
function placeAfter(
  run: number,
  { headers }: IncomingMessage,
  { droppedCount, events }: World,
): number | undefined {
  const last = String(headers['last-event-id'] ?? '')
  const [, ofRun, index] = /^(\d{1,15})-(\d{1,15})$/.exec(last) ?? []
  const place = Number(index) + 1
  return Number(ofRun) === run && place >= droppedCount && place <= droppedCount + events.length
    ? place
    : undefined
}
