import { openClient, stepClient, type ClientJob } from '../../protocols/imap/client/client.ts'
import type { Request } from '../../protocols/imap/client/commands.ts'
import type { ServerData } from '../../protocols/imap/client/data/data.ts'
import type {
  Answer,
  ClientEffect,
  ClientInput,
  ClientSession,
} from '../../protocols/imap/client/session.ts'
import { AGREED_TLS } from '../../world/handshake.ts'
import type { ConnectionListener } from '../../world/world.ts'
import type { OpenLine } from '../connection/open.ts'

/** What an IMAP connection reports. */
export interface ImapListener {
  ready(): void
  data(data: ServerData): void
  /** A line that cannot be read, and why. */
  unreadable(text: string, message: string): void
  /** @param reason Where the end was not asked for. */
  ended(reason: string | undefined): void
}

/** Called with the tagged reply, and the data that came with it. */
export type ImapCallback = (answer: Answer, data: readonly ServerData[]) => void

/** An IMAP client on an open line. */
export class ImapConnection implements ConnectionListener {
  session: ClientSession
  /** One for each request without an answer, in their order. */
  readonly pending: (ImapCallback | undefined)[] = []
  #dataSinceAnswer: ServerData[] = []
  readonly #line: OpenLine
  readonly #listener: ImapListener

  constructor(line: OpenLine, job: ClientJob, listener: ImapListener) {
    this.session = openClient(job).session
    this.#line = line
    this.#listener = listener
    line.listen(this)
  }

  request(request: Request, callback?: ImapCallback): void {
    this.pending.push(callback)
    this.#step({ type: 'request', request })
  }

  /** Ends an IDLE. */
  endIdle(): void {
    this.#step({ type: 'done' })
  }

  received(bytes: Uint8Array): void {
    this.#step({ type: 'bytes', bytes })
  }

  startTls(): void {
    this.#line.secure(AGREED_TLS)
    this.#step({ type: 'secured' })
  }

  closed(): void {
    this.#step({ type: 'closed' })
  }

  #step(input: ClientInput): void {
    const { session, effects } = stepClient(this.session, input)
    this.session = session
    for (const effect of effects) this.#perform(effect)
  }

  #perform(effect: ClientEffect): void {
    switch (effect.type) {
      case 'send':
        return this.#line.send(effect.bytes)
      case 'data':
        this.#dataSinceAnswer.push(effect.data)
        return this.#listener.data(effect.data)
      case 'answer':
        return this.#answer(effect)
      case 'unreadable':
        return this.#listener.unreadable(effect.text, effect.problem.message)
      case 'end':
        return this.#listener.ended(effect.reason)
      case 'close':
        return this.#line.close()
      case 'ready':
        return this.#listener.ready()
      case 'idling':
      case 'startTls':
      // Nothing to do: the line reports when the server is ready for TLS.
    }
  }

  #answer(answer: Answer): void {
    const data = this.#dataSinceAnswer
    this.#dataSinceAnswer = []
    this.pending.shift()?.(answer, data)
  }
}
