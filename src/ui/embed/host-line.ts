import { EMBED_PROTOCOL, type FrameMessage, type HostMessage } from '../../embed/protocol.ts'
import { readHostMessage } from './read-host-message.ts'

/** A message without the version, which the line puts in. */
export type Outgoing = FrameMessage extends infer One
  ? One extends FrameMessage
    ? Omit<One, 'helo'>
    : never
  : never

/** What is sent to a page that has not spoken yet, whichever it is: nothing of what is in the frame. */
const FOR_ANYBODY: ReadonlySet<Outgoing['type']> = new Set(['hello', 'height'])

export interface HostListener {
  /** @param port What a message brings. */
  received(message: HostMessage, port: MessagePort | undefined): void
  /** A message to us that is not as it should be. */
  wrong(): void
}

/** The line from a frame to the page around it: that one alone, and once it has spoken at its address alone. */
export class HostLine {
  readonly #host: Window | undefined
  readonly #listener: HostListener
  #origin: string | undefined

  /** @param host The page around; undefined where there is none. */
  constructor(host: Window | undefined, listener: HostListener) {
    this.#host = host
    this.#listener = listener
    if (host) addEventListener('message', this.#hear)
  }

  post(message: Outgoing, ports: MessagePort[] = []): void {
    if (!this.#host) return
    if (this.#origin === undefined && !FOR_ANYBODY.has(message.type)) return
    this.#host.postMessage({ ...message, helo: EMBED_PROTOCOL }, this.#origin ?? '*', ports)
  }

  readonly #hear = ({ source, origin, data, ports }: MessageEvent<unknown>): void => {
    if (source !== this.#host || !this.#isKnown(origin)) return
    const message = readHostMessage(data)
    if (message === undefined) return
    if (message === 'wrong') return this.#listener.wrong()
    // A page without an origin of its own, as one that is sandboxed itself or a file, can only be written to as anybody.
    this.#origin ??= origin === 'null' ? '*' : origin
    this.#listener.received(message, ports[0])
  }

  /** Whether it is the page that spoke first: another one may take its place in the window. */
  #isKnown(origin: string): boolean {
    if (this.#origin === undefined) return true
    return origin === (this.#origin === '*' ? 'null' : this.#origin)
  }
}
