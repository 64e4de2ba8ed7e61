import { EMBED_PROTOCOL, type FrameMessage, type HostMessage } from './protocol.ts'
import { readFrameMessage } from './read-frame-message.ts'

/** A message without the version, which the line puts in. */
export type Outgoing = HostMessage extends infer One
  ? One extends HostMessage
    ? Omit<One, 'helo'>
    : never
  : never

export interface LineListener {
  /** @param port What a message brings. */
  received(message: FrameMessage, port: MessagePort | undefined): void
  /** No frame of ours speaks there: it was blocked, or is of another version. */
  failed(why: 'failed' | 'other'): void
}

/** Milliseconds from the frame's load to its first word, and until it is given up at all. */
const AFTER_LOAD = 15_000
const AT_ALL = 60_000

/** The line from a host page to one frame. It listens to that frame alone, and at its own address alone. */
export class FrameLine {
  readonly frame: HTMLIFrameElement
  /** Of the site; `null` where the frame has none of its own. */
  readonly origin: string
  readonly #listener: LineListener
  readonly #timers: number[] = []
  #isThere = false

  constructor(frame: HTMLIFrameElement, origin: string, listener: LineListener) {
    this.frame = frame
    this.origin = origin
    this.#listener = listener
    addEventListener('message', this.#hear)
    frame.addEventListener('load', () => this.#giveUpAfter(AFTER_LOAD))
    this.#giveUpAfter(AT_ALL)
  }

  get isThere(): boolean {
    return this.#isThere
  }

  post(message: Outgoing, ports: MessagePort[] = []): void {
    // A frame without an origin has no address, and nothing secret is sent to it.
    const to = this.origin === 'null' ? '*' : this.origin
    this.frame.contentWindow?.postMessage({ ...message, helo: EMBED_PROTOCOL }, to, ports)
  }

  close(): void {
    removeEventListener('message', this.#hear)
    for (const timer of this.#timers) clearTimeout(timer)
  }

  readonly #hear = ({ source, origin, data, ports }: MessageEvent<unknown>): void => {
    if (source !== this.frame.contentWindow || origin !== this.origin) return
    const message = readFrameMessage(data)
    if (message === 'other version') this.#listener.failed('other')
    else if (message) {
      this.#isThere = true
      this.#listener.received(message, ports[0])
    }
  }

  #giveUpAfter(milliseconds: number): void {
    this.#timers.push(
      window.setTimeout(() => this.#isThere || this.#listener.failed('failed'), milliseconds),
    )
  }
}
