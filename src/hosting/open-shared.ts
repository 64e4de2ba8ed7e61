import type { LabLine, LineListener, OpenLine } from '../lab/line.ts'
import type { LabOutput, LabRequest } from '../lab/protocol.ts'
import { loadLightHost } from './inside.ts'
import { openInPage } from './open-in-page.ts'
import script from './shared-worker.ts?worker&url'

/** A way to a Worker: a port to it, and what to do when it fails. */
export type Connect = (failed: (reason: string) => void) => MessagePort

/** The Worker of this frame, where its siblings find it. */
const OWN = Symbol.for('helo-world:own-worker')

/** A Worker that all frames of this site in one page share, as their partition lets them. */
export const connectShared: Connect = (failed) => {
  const worker = new SharedWorker(script, { type: 'module', name: 'helo-world' })
  worker.addEventListener('error', () => failed('The shared Worker did not start.'))
  return worker.port
}

/** The Worker of another frame of this site, or one of this frame that others will find. */
export const connectSibling: Connect = (failed) => {
  const worker = workerOfSibling() ?? own ?? ownWorker()
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    failed(event.message || 'The Worker ended.')
  })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage(null, [port2])
  return port1
}

let own: Worker | undefined

function ownWorker(): Worker {
  const worker = new Worker(script, { type: 'module', name: 'helo-world' })
  own = worker
  Object.assign(globalThis, { [OWN]: worker })
  worker.addEventListener('error', () => (own = undefined))
  // It goes with this frame: who shares it learns of it while there is time.
  addEventListener('pagehide', () => worker.dispatchEvent(new ErrorEvent('error')))
  return worker
}

function workerOfSibling(): Worker | undefined {
  if (parent === window) return undefined
  for (let at = 0; at < parent.length; at++)
    try {
      const found = (parent[at] as unknown as Record<symbol, Worker | undefined>)[OWN]
      if (found) return found
    } catch {
      // A frame of another origin.
    }
  return undefined
}

/** Gives a frame a line to the Worker of this one. Where there can be none, it learns that. */
export function serveFrame(port: MessagePort): void {
  try {
    const worker = own ?? ownWorker()
    worker.postMessage(null, [port])
  } catch {
    port.postMessage(NONE)
  }
}

/** Said in the place of an output where there is no Worker behind a port. */
const NONE = 'none'

/** The Worker of another frame, with which the page around brings this one together. */
export class FrameSharing {
  /** Whether the page around does. */
  isOffered = false
  readonly #ask: (port: MessagePort) => void
  #failed = new Set<(reason: string) => void>()

  /** @param ask Hands a port to the page around. */
  constructor(ask: (port: MessagePort) => void) {
    this.#ask = ask
  }

  readonly connect: Connect = (failed) => {
    if (!this.isOffered) throw new Error('The page around brings no frames together.')
    this.#failed.add(failed)
    const { port1, port2 } = new MessageChannel()
    this.#ask(port2)
    return port1
  }

  /** The frame that has the Worker is gone. */
  lost(): void {
    const all = this.#failed
    this.#failed = new Set()
    for (const failed of all) failed('The frame whose Worker this was is gone.')
  }
}

/** Milliseconds in which a Worker says its first word: it waits for its script alone. */
const PATIENCE = 20_000

const openFallback = openInPage(() => loadLightHost(script))

/**
 * Opens a line to a host in the Worker that all widgets of a page share. Where there can be none, widgets share
 * the Worker of one of them; where no Worker may be, each runs its host itself.
 */
export const openShared = (
  connects: readonly Connect[],
  instead: OpenLine = openFallback,
  patience = PATIENCE,
): OpenLine => {
  return (listener) => new SharedLine(listener, connects, instead, patience)
}

class SharedLine implements LabLine {
  readonly #listener: LineListener
  readonly #instead: OpenLine
  readonly #patience: number
  readonly #ways: Connect[]
  /** What was asked for before the host was there. */
  #waiting: LabRequest[] | undefined = []
  #port: MessagePort | undefined
  #line: LabLine | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  constructor(
    listener: LineListener,
    connects: readonly Connect[],
    instead: OpenLine,
    patience: number,
  ) {
    this.#listener = listener
    this.#ways = [...connects]
    this.#instead = instead
    this.#patience = patience
    this.#start()
  }

  post(request: LabRequest): void {
    if (this.#waiting) this.#waiting.push(request)
    else if (this.#line) this.#line.post(request)
    else this.#port?.postMessage(request)
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#leave()
    this.#line?.close()
  }

  #leave(): void {
    this.#port?.postMessage('end')
    this.#port?.close()
    this.#port = undefined
  }

  #start(): void {
    const way = this.#ways.shift()
    if (!way) return this.#runHere()
    let port: MessagePort | undefined
    const failed = (reason: string) => {
      if (this.#port === port && !this.#isClosed) this.#ended(reason)
    }
    try {
      port = way(failed)
    } catch {
      // A frame without an origin, or a policy of the page around it, may forbid Workers.
      return this.#start()
    }
    this.#port = port
    port.addEventListener('message', ({ data }: MessageEvent<LabOutput | typeof NONE>) => {
      if (data === NONE) failed('There is no Worker any more.')
      else if (this.#port === port && !this.#isClosed) this.#received(data)
    })
    // Not every browser notices that the other end of a port is gone.
    port.addEventListener('close', () => failed('The Worker is gone.'))
    port.start()
    this.#timer = setTimeout(() => failed('The Worker did not answer.'), this.#patience)
  }

  #received(output: LabOutput): void {
    if (output.kind === 'hello') {
      clearTimeout(this.#timer)
      this.#isThere((request) => this.#port?.postMessage(request))
    }
    this.#listener.received(output)
  }

  #isThere(post: (request: LabRequest) => void): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const request of waiting) post(request)
  }

  #ended(reason: string): void {
    clearTimeout(this.#timer)
    this.#leave()
    // Before its first word nothing is lost: what was asked for still waits.
    if (this.#waiting) this.#start()
    else this.#listener.broke(reason)
  }

  #runHere(): void {
    const line = this.#instead(this.#listener)
    this.#line = line
    this.#isThere((request) => line.post(request))
  }
}
