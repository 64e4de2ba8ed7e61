import { remember } from '../../protocols/smtp/policies/memory.ts'
import { isSmtp } from '../answered-command.ts'
import type { EventBody, WorldEvent } from '../events/index.ts'

type Of<Type extends WorldEvent['type']> = Extract<EventBody, { readonly type: Type }>

/** A connection, as far as causes need it. */
interface Line {
  /** The number of the last event on it. */
  last: number
  /** The host that was connected to. */
  readonly to: string
  /** What the connecting host sends over it, where it is a host. */
  readonly sends: Thread | undefined
  hasQuit: boolean
}

/** A message at a host. */
interface Thread {
  last: number
  /** Replies that refused one recipient, by address in lowercase. */
  refusals?: Map<string, number>
}

/**
 * Finds what led to each event, from what the event says of itself: its connection, the message that its
 * host has, the message that it is about. What a person or a plan began has no cause, and neither has what
 * follows from something of so long ago that it is forgotten here.
 */
export class Causes {
  /** Open connections. */
  readonly #lines = new Map<number, Line>()
  /** By host and queue id; the oldest are forgotten. */
  readonly #threads = new Map<string, Thread>()
  /** The last thing that a host did of its own accord, by its name. */
  readonly #own = new Map<string, number>()

  /** One that goes on from here by itself. */
  copy(): Causes {
    const copy = new Causes()
    const threads = new Map<Thread | undefined, Thread>()
    for (const [key, thread] of this.#threads) {
      const mine = copyThread(thread)
      threads.set(thread, mine)
      copy.#threads.set(key, mine)
    }
    for (const [connection, line] of this.#lines) {
      const { sends } = line
      const mine = threads.get(sends) ?? (sends && copyThread(sends))
      copy.#lines.set(connection, { ...line, sends: mine })
    }
    for (const [host, number] of this.#own) copy.#own.set(host, number)
    return copy
  }

  /** @returns The number of the event that led to this one. */
  before(event: EventBody): number | undefined {
    switch (event.type) {
      case 'wire':
      case 'command':
      case 'secured':
      case 'rejected':
      case 'closed':
        return this.#lines.get(event.connection)?.last
      case 'opened':
      case 'refused':
        return this.#thread(event.from, event.queueId)?.last
      case 'intercepted':
        return this.#onLine(event.connection) ?? this.#thread(event.from, event.queueId)?.last
      case 'dns':
      case 'fetched':
        return this.#onLine(event.judges) ?? this.#thread(event.by, event.queueId)?.last
      case 'planned':
        return undefined
      case 'device':
        return this.#onLine(event.connection)
      case 'delivered':
        return this.#onLine(event.connection) ?? this.#ofOwn(event.host, event.about)
      case 'queued':
        return this.#beforeQueued(event)
      case 'deferred':
      case 'undeliverable':
        return this.#beforeEnd(event)
      case 'reported':
        return this.#thread(event.host, event.queueId)?.last
      default:
        return this.#onLine(event.connection) ?? this.#thread(event.host, event.queueId)?.last
    }
  }

  /** Remembers an event for those that follow from it. */
  note(event: EventBody, number: number): void {
    if (event.type === 'opened') return this.#open(event, number)
    if (event.type === 'dns' || event.type === 'fetched')
      this.#lead(event.by, event.queueId, number)
    else if (event.type === 'refused' || event.type === 'intercepted')
      this.#lead(event.from, event.queueId, number)
    else if (event.type === 'queued')
      // Of a message that is sent again under its name nothing is left from before.
      remember(this.#threads, keyOf(event.host, event.queueId), { last: number })
    else if ('queueId' in event) this.#lead(event.host, event.queueId, number)
    else if (event.type === 'decided') this.#own.set(event.host, number)
    const connection =
      event.type === 'dns' || event.type === 'fetched' ? event.judges : connectionIn(event)
    const line = connection === undefined ? undefined : this.#lines.get(connection)
    if (line) this.#noteOn(line, event, number)
  }

  #open({ connection, to, from, queueId }: Of<'opened'>, last: number): void {
    this.#lead(from, queueId, last)
    const sends = this.#thread(from, queueId)
    this.#lines.set(connection, { last, to, sends, hasQuit: false })
  }

  #noteOn(line: Line, event: EventBody, number: number): void {
    line.last = number
    if (event.type === 'delivered') this.#lead(line.to, event.message.id, number)
    else if (event.type === 'command') answered(line, event, number)
    else if (event.type === 'closed') {
      this.#lines.delete(event.connection)
      if (line.sends && !line.hasQuit) line.sends.last = number
    }
  }

  /** A report that its host delivers or sends, or what else a host wrote. */
  #ofOwn(host: string | undefined, about: string | undefined): number | undefined {
    return host === undefined ? undefined : (this.#thread(host, about)?.last ?? this.#own.get(host))
  }

  #beforeQueued({ host, connection, about, isOwn }: Of<'queued'>): number | undefined {
    if (connection !== undefined) return this.#onLine(connection)
    return about !== undefined || isOwn ? this.#ofOwn(host, about) : undefined
  }

  /** The reply that refused the recipient, or whatever the message met last. */
  #beforeEnd({ host, queueId, recipient, ...event }: Of<'deferred'> | Of<'undeliverable'>) {
    const onLine = 'connection' in event ? this.#onLine(event.connection) : undefined
    const thread = this.#thread(host, queueId)
    const key = recipient.toLowerCase()
    const refusal = thread?.refusals?.get(key)
    thread?.refusals?.delete(key)
    return refusal ?? onLine ?? thread?.last
  }

  #onLine(connection: number | undefined): number | undefined {
    return connection === undefined ? undefined : this.#lines.get(connection)?.last
  }

  #thread(host: string, queueId: string | undefined): Thread | undefined {
    return queueId === undefined ? undefined : this.#threads.get(keyOf(host, queueId))
  }

  #lead(host: string, queueId: string | undefined, number: number): void {
    if (queueId === undefined) return
    const key = keyOf(host, queueId)
    const thread = this.#threads.get(key)
    if (thread) thread.last = number
    else remember(this.#threads, key, { last: number })
  }
}

const copyThread = ({ last, refusals }: Thread): Thread => ({
  last,
  ...(refusals && { refusals: new Map(refusals) }),
})

/** What a reply means for the message that the client has: goodbye means nothing any more. */
function answered(line: Line, event: Of<'command'>, number: number): void {
  if (event.verb === 'QUIT') line.hasQuit = true
  if (!line.sends || line.hasQuit) return
  line.sends.last = number
  if (event.verb !== 'RCPT' || !isSmtp(event)) return
  const recipient = /<([^>]*)>/.exec(event.argument)?.[1]?.toLowerCase()
  if (recipient === undefined) return
  if (event.code < 400) line.sends.refusals?.delete(recipient)
  else (line.sends.refusals ??= new Map()).set(recipient, number)
}

const keyOf = (host: string, queueId: string): string => `${host} ${queueId}`

const connectionIn = (event: EventBody): number | undefined =>
  'connection' in event ? event.connection : undefined
