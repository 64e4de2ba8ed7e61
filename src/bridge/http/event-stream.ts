import type { IncomingMessage, ServerResponse } from 'node:http'
import { formatEvent } from '../../world/log/event-json.ts'
import { openedBefore, startOfRecent, type LogLimits } from '../../world/log/recent.ts'
import type { World } from '../../world/world.ts'

/** What a page that comes later receives of what went before. */
const REPLAYED: LogLimits = { events: 1_000, octets: 1 << 20 }

/** Milliseconds between signs of life, so that a client that is gone is found. */
const HEARTBEAT = 15_000
/** Milliseconds that a page should wait before it tries again. */
const RETRY = 2_000
/** Milliseconds that a page has to take the last words. */
const FAREWELL = 500

/** Reports to pages what happens in a world, as server-sent events. */
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
export function eventStream(world: World, run: string): EventStream {
  const followers = new Set<Follower>()
  return {
    answer(request, response, headers) {
      response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' })
      const follower = follow(world, run, response, placeAfter(run, request, world))
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

interface Follower {
  stop(): void
  end(): Promise<void>
}

/** Writes the log to a page as fast as the page reads: what it has not read yet waits in the log. */
function follow(
  world: World,
  run: string,
  response: ServerResponse,
  missedFrom: number | undefined,
): Follower {
  const start = startOfRecent(world.events, REPLAYED)
  /** A number of an event; 1 is the first there ever was. */
  let next = missedFrom ?? world.droppedCount + start
  let full = false
  /** Mail changed while the page did not read. */
  let isStale = false
  const send = (frame: string): void => {
    full = !response.write(frame)
  }
  const goOn = (): void => {
    // A page that reads too slowly misses what was let go meanwhile.
    next = Math.max(next, world.droppedCount)
    while (!full && next < world.droppedCount + world.events.length) {
      send(`id: ${run}-${next}\ndata: ${formatEvent(world.events[next - world.droppedCount]!)}\n\n`)
      next++
    }
  }
  const hello = JSON.stringify({ resumed: missedFrom !== undefined })
  send(`retry: ${RETRY}\nevent: hello\ndata: ${hello}\n\n`)
  if (missedFrom === undefined)
    for (const event of openedBefore(world.events, start))
      send(`event: before\ndata: ${formatEvent(event)}\n\n`)
  response.on('drain', () => {
    full = false
    if (isStale) send('event: mailboxes\ndata: {}\n\n')
    isStale = false
    goOn()
  })
  const forget = world.subscribe(goOn)
  // A page asks for what it shows; all that it needs to know is that something changed.
  const forgetStore = world.store.subscribe(() => {
    if (!full) send('event: mailboxes\ndata: {}\n\n')
    else isStale = true
  })
  const beat = setInterval(() => {
    if (!full) send(': \n\n')
  }, HEARTBEAT)
  const stop = (): void => {
    forget()
    forgetStore()
    clearInterval(beat)
  }
  goOn()
  return {
    stop,
    end: () => {
      stop()
      return farewell(response)
    },
  }
}

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
  run: string,
  { headers }: IncomingMessage,
  { droppedCount: droppedCount, events }: World,
): number | undefined {
  const last = String(headers['last-event-id'] ?? '')
  const [, ofRun, index] = /^(.+)-(\d{1,15})$/.exec(last) ?? []
  const place = Number(index) + 1
  return ofRun === run && place >= droppedCount && place <= droppedCount + events.length
    ? place
    : undefined
}
