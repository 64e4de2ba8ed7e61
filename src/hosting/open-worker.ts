import type { LabLine, LineListener, OpenLine } from '../lab/line.ts'
import type { LabOutput, LabRequest } from '../lab/protocol.ts'
import { loadHostInPage } from './host-in-page.ts'
import { openInPage } from './open-in-page.ts'
import script from './worker.ts?worker&url'

/** What is used of a Worker. */
export type HostWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** How often a Worker that does not come up is asked for. */
const TRIES = 3

const createWorker = (): HostWorker => new Worker(script, { type: 'module', name: 'lab' })

const openFallback = openInPage(() => loadHostInPage(script))

/**
 * Opens a line to a host in a Worker of its own. A Worker that does not come up, since its code could
 * not be fetched, is tried again; then the host runs in the page.
 */
export const openWorker = (
  create: () => HostWorker = createWorker,
  instead: OpenLine = openFallback,
): OpenLine => {
  return (listener) => new WorkerLine(listener, create, instead)
}

class WorkerLine implements LabLine {
  readonly #listener: LineListener
  readonly #create: () => HostWorker
  readonly #instead: OpenLine
  /** What was asked for before the host was there. */
  #waiting: LabRequest[] | undefined = []
  #worker: HostWorker | undefined
  #line: LabLine | undefined
  #tries = 0
  #isClosed = false

  constructor(listener: LineListener, create: () => HostWorker, instead: OpenLine) {
    this.#listener = listener
    this.#create = create
    this.#instead = instead
    this.#start()
  }

  post(request: LabRequest): void {
    if (this.#waiting) this.#waiting.push(request)
    else if (this.#line) this.#line.post(request)
    else this.#worker?.postMessage(request)
  }

  close(): void {
    this.#isClosed = true
    this.#worker?.terminate()
    this.#line?.close()
  }

  #start(): void {
    const worker = this.#tries++ < TRIES ? this.#tryCreate() : undefined
    if (!worker) return this.#runElsewhere()
    this.#worker = worker
    worker.addEventListener('message', ({ data }: MessageEvent<LabOutput>) => {
      if (this.#worker === worker && !this.#isClosed) this.#received(data)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      if (this.#worker === worker && !this.#isClosed) this.#ended(event.message)
    })
  }

  /** A frame without an origin, or a policy of the page around it, may forbid Workers. */
  #tryCreate(): HostWorker | undefined {
    try {
      return this.#create()
    } catch {
      return undefined
    }
  }

  #received(output: LabOutput): void {
    if (output.kind === 'hello') this.#isThere((request) => this.#worker?.postMessage(request))
    this.#listener.received(output)
  }

  #isThere(post: (request: LabRequest) => void): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const request of waiting) post(request)
  }

  #ended(reason: string): void {
    this.#worker?.terminate()
    this.#worker = undefined
    // Before its first word nothing is lost: what was asked for still waits.
    if (this.#waiting) this.#start()
    else this.#listener.broke(reason || 'The Worker ended.')
  }

  #runElsewhere(): void {
    const line = this.#instead(this.#listener)
    this.#line = line
    this.#isThere((request) => line.post(request))
  }
}
