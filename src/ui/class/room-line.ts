import { ROOM } from '../../lab/class/protocol.ts'

/** What we need of `EventSource`. */
export interface Source {
  readonly readyState: number
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void
  close(): void
}

/** What a page of a class needs of the browser. */
export interface RoomPorts {
  /** Opens a stream of the room. */
  openSource(name: 'events' | 'board'): Source
  /** Sends a message. Rejects where nobody answers. */
  post(name: 'join' | 'say' | 'teach', message: unknown): Promise<RoomAnswer>
  /** Asks for what stands. Rejects where nobody answers. */
  get(name: 'screen' | 'me' | 'facts'): Promise<RoomAnswer>
  /** Acts after so many milliseconds. */
  later(act: () => void, milliseconds: number): void
}

export interface RoomAnswer {
  readonly status: number
  /** Undefined where it is no JSON. */
  readonly body: unknown
}

/** The room of the server that this page is from. @param key A code or a key. */
export function roomPorts(key: string): RoomPorts {
  const headers = { Authorization: `Bearer ${key}` }
  const answer = async (asked: Promise<Response>): Promise<RoomAnswer> => {
    const response = await asked
    const text = await response.text()
    return { status: response.status, body: parsed(text) }
  }
  return {
    openSource: (name) => new EventSource(`${ROOM}${name}?key=${encodeURIComponent(key)}`),
    post: (name, message) =>
      answer(fetch(ROOM + name, { method: 'POST', headers, body: JSON.stringify(message) })),
    get: (name) => answer(fetch(ROOM + name, { headers })),
    later: (act, milliseconds) => void setTimeout(act, milliseconds),
  }
}

/** Undefined where it is no JSON. Never throws. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** What a page hears of a stream. */
export interface RoomListener {
  heard(value: unknown): void
  /** The line is down, and is being set up again. */
  lost(): void
  /** The room knows this page no longer, or the class is over. */
  ended(why: 'over' | 'gone'): void
}

const CLOSED = 2
/** Milliseconds after which a stream that a browser has given up is opened anew. */
const AGAIN = 3_000

/**
 * Follows a stream of the room for as long as there is a class: where a browser gives it up, it is opened
 * anew. @returns A function that ends it.
 */
export function followRoom(
  ports: RoomPorts,
  name: 'events' | 'board',
  listener: RoomListener,
): () => void {
  let source: Source | undefined
  let isOver = false
  const finish = (why: 'over' | 'gone') => {
    isOver = true
    source?.close()
    listener.ended(why)
  }
  const open = () => {
    if (isOver) return
    source = ports.openSource(name)
    source.addEventListener('message', ({ data }) => listener.heard(parsed(String(data))))
    source.addEventListener('end', () => finish('over'))
    source.addEventListener('gone', () => finish('gone'))
    source.addEventListener('error', () => {
      if (isOver) return
      listener.lost()
      if (source?.readyState === CLOSED) void askAgain()
    })
  }
  /** A stream does not say why it was refused; a question is answered with a status. */
  const askAgain = async () => {
    try {
      const { status } = await ports.get(name === 'events' ? 'me' : 'facts')
      if (status === 401) return finish('gone')
    } catch {
      // Nobody answers: it may come back.
    }
    ports.later(open, AGAIN)
  }
  open()
  return () => {
    isOver = true
    source?.close()
  }
}
