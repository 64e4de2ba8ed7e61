import { ROOM, type ScreenPosition } from '../../lab/class/protocol.ts'

/** What we need of `EventSource`. */
export interface Source {
  readonly readyState: number
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void
  close(): void
}

/** What a page of a class needs of the browser. */
export interface RoomPorts {
  /** Opens a stream of the room. @param at How far the page has followed the presenter, if it does. */
  openSource(name: 'events' | 'board', at?: ScreenPosition): Source
  /** Sends a message. Rejects where no server answers. */
  post(name: 'join' | 'say' | 'teach', message: unknown): Promise<RoomAnswer>
  /** Asks for what stands. Rejects where no server answers. */
  get(name: 'me' | 'facts'): Promise<RoomAnswer>
  /** Acts after so many milliseconds. */
  later(act: () => void, milliseconds: number): void
  /** Notices when the device loses its network, and when it has one again. */
  watchNetwork(changed: (isThere: boolean) => void): void
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
    openSource: (name, at) =>
      new EventSource(
        `${ROOM}${name}?key=${encodeURIComponent(key)}${at ? `&screen=${at.run}.${at.count}` : ''}`,
      ),
    post: (name, message) =>
      answer(fetch(ROOM + name, { method: 'POST', headers, body: JSON.stringify(message) })),
    get: (name) => answer(fetch(ROOM + name, { headers })),
    later: (act, milliseconds) => void setTimeout(act, milliseconds),
    watchNetwork(changed) {
      addEventListener('offline', () => changed(false))
      addEventListener('online', () => changed(true))
    },
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

/** What comes to a page over a stream. */
export interface RoomListener {
  received(value: unknown): void
  /** The line is down, and is being set up again. */
  lost(): void
  /** The room knows this page no longer, or the class is over. */
  ended(why: 'over' | 'gone'): void
}

const CLOSED = 2
/** Milliseconds after which a stream that a browser has given up is opened anew. */
const AGAIN = 3_000

/**
 * Follows a stream of the room for as long as there is a class. A browser gives some up, and does not notice
 * that others are dead; then it is opened anew.
 */
export class RoomLine {
  readonly #ports: RoomPorts
  readonly #name: 'events' | 'board'
  readonly #listener: RoomListener
  #source: Source | undefined
  #isOver = false
  #isWaiting = false
  #position: (() => ScreenPosition) | undefined

  constructor(ports: RoomPorts, name: 'events' | 'board', listener: RoomListener) {
    this.#ports = ports
    this.#name = name
    this.#listener = listener
  }

  start(): void {
    this.#open()
    this.#ports.watchNetwork((isThere) => (isThere ? this.again() : this.lose()))
  }

  /**
   * Has the stream bring what the presenter does, or no longer.
   * @param position What of it is there already.
   */
  followScreen(position: (() => ScreenPosition) | undefined): void {
    this.#position = position
    const before = this.#source
    if (this.#isOver || !before) return
    // The new one first, so that the page is there all the time.
    this.#open()
    before.close()
  }

  /** No longer follows. */
  end(): void {
    this.#isOver = true
    this.#source?.close()
  }

  /** It is known to be dead. */
  lose(): void {
    if (this.#isOver) return
    this.#source?.close()
    this.#source = undefined
    this.#listener.lost()
  }

  /** Sets it up anew, where it is down. */
  again(): void {
    if (!this.#isOver && this.#source === undefined) this.#open()
  }

  #finish(why: 'over' | 'gone'): void {
    this.end()
    this.#listener.ended(why)
  }

  #open(): void {
    const source = this.#ports.openSource(this.#name, this.#position?.())
    this.#source = source
    const isThis = (): boolean => this.#source === source && !this.#isOver
    source.addEventListener('message', ({ data }) => {
      if (isThis()) this.#listener.received(parsed(String(data)))
    })
    source.addEventListener('end', () => isThis() && this.#finish('over'))
    source.addEventListener('gone', () => isThis() && this.#finish('gone'))
    source.addEventListener('error', () => {
      if (!isThis()) return
      this.#listener.lost()
      if (source.readyState === CLOSED) void this.#askAgain()
    })
  }

  /** A stream does not say why it was refused; a question is answered with a status. */
  async #askAgain(): Promise<void> {
    this.lose()
    if (this.#isWaiting) return
    this.#isWaiting = true
    const status = await this.#ports.get(this.#name === 'events' ? 'me' : 'facts').then(
      (answer) => answer.status,
      // No server answers: it may come back.
      () => 0,
    )
    if (status === 401) return this.#finish('gone')
    this.#ports.later(() => {
      this.#isWaiting = false
      this.again()
    }, AGAIN)
  }
}
