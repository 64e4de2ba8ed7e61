import type { Authentication } from '../../auth/authenticate.ts'
import type { EventOf } from '../../world/events/index.ts'
import type { DeliveryRow } from './delivery.ts'
import { checksOf, verdictRow } from './delivery-checks.ts'
import { endsData } from './delivery-line.ts'
import * as row from './delivery-row.ts'
import type { CommandStep, EventStep, StoryStep } from './delivery-story.ts'

/** The rows of a message, in the order in which it all happened. */
export function rowsOf(steps: readonly StoryStep[]): DeliveryRow[] {
  const writer = new RowWriter(steps)
  for (const step of steps) writer.add(step)
  return writer.end()
}

class RowWriter {
  readonly #steps: readonly StoryStep[]
  readonly #rows: DeliveryRow[] = []
  readonly #opened = new Map<number, EventOf<'opened'>>()
  readonly #greetings = new Set<CommandStep>()
  /** What receivers asked for checks whose verdict is not known yet, by connection. */
  readonly #asked = new Map<number, EventOf<'dns'>[]>()
  readonly #judged = new Set<number>()
  /** Connections over which the message came. */
  readonly #taken = new Set<number>()

  constructor(steps: readonly StoryStep[]) {
    this.#steps = steps
  }

  add(step: StoryStep): void {
    const start = this.#rows.length
    this.#write(step)
    const number = numberOf(step)
    if (number === undefined) return
    for (let at = start; at < this.#rows.length; at++)
      this.#rows[at] = { number, ...this.#rows[at]! }
  }

  #write(step: StoryStep): void {
    if (step.kind === 'event') return this.#addEvent(step.event)
    const opened = this.#opened.get(
      step.kind === 'message' ? step.connection : step.command.connection,
    )
    if (!opened) return
    if (step.kind === 'message') {
      this.#taken.add(step.connection)
      this.#rows.push(row.messageRow(step, opened))
    } else if (!this.#greetings.has(step))
      this.#rows.push(
        step.command.verb === '' || endsData(step.command)
          ? row.replyRow(step, opened)
          : row.commandRow(step, opened),
      )
  }

  /** What was asked for checks that came to no verdict. */
  end(): DeliveryRow[] {
    const open = [...this.#asked.values()].flat().map((event) => row.questionRow(event, undefined))
    return [...this.#rows, ...open]
  }

  #addEvent(event: EventStep['event']): void {
    switch (event.type) {
      case 'opened':
        return this.#open(event)
      case 'dns':
        return this.#ask(event)
      case 'delivered':
      case 'rejected':
        return this.#decide(event)
      case 'secured': {
        const opened = this.#opened.get(event.connection)
        if (opened) this.#rows.push(row.securedRow(event, opened))
        return
      }
      case 'refused':
        return void this.#rows.push(row.refusedRow(event))
      case 'queued':
        // What a host sends by itself needs no row: its first question or connection is the start.
        if (event.connection !== undefined) this.#rows.push(row.queuedRow(event))
        return
      case 'deferred':
        return void this.#rows.push(row.deferredRow(event))
      case 'undeliverable':
        return void this.#rows.push(row.lostRow(event))
      case 'reported':
        return void this.#rows.push(row.reportRow(event))
      case 'expanded':
        return void this.#rows.push(row.expandedRow(event))
      case 'decided':
        this.#askedBefore(event)
        return void this.#rows.push(row.decidedRow(event))
      case 'fetched':
        return void this.#rows.push(row.fetchedRow(event))
      case 'intercepted':
        return void this.#rows.push(row.interceptedRow(event))
      case 'planned':
      case 'device':
      case 'closed':
        return
    }
  }

  #open(event: EventOf<'opened'>): void {
    this.#opened.set(event.connection, event)
    const greeting = this.#steps.find(
      (step): step is CommandStep =>
        step.kind === 'command' && step.command.connection === event.connection,
    )
    const isGreeting = greeting?.command.verb === ''
    if (isGreeting) this.#greetings.add(greeting)
    this.#rows.push(row.connectRow(event, isGreeting ? greeting : undefined))
  }

  #ask(event: EventOf<'dns'>): void {
    const { judges } = event
    if (judges === undefined) return void this.#rows.push(row.questionRow(event, 'route'))
    this.#asked.set(judges, [...(this.#asked.get(judges) ?? []), event])
  }

  /** What was asked in the midst of a command led to what is decided there, and to no check of the message. */
  #askedBefore({ connection }: EventOf<'decided'>): void {
    if (connection === undefined || this.#taken.has(connection)) return
    const asked = this.#asked.get(connection) ?? []
    this.#asked.delete(connection)
    this.#rows.push(...asked.map((event) => row.questionRow(event, undefined)))
  }

  #decide(event: EventOf<'delivered'> | EventOf<'rejected'>): void {
    const { connection } = event
    const opened = connection === undefined ? undefined : this.#opened.get(connection)
    const host = opened?.to ?? hostOf(event)
    const isDelivered = event.type === 'delivered'
    const authentication = isDelivered ? event.message.authentication : event.authentication
    if (connection !== undefined && authentication)
      this.#judge({ connection, host, at: event.at, authentication })
    if (isDelivered) this.#rows.push(row.storedRow(event, host))
    else if (!authentication) this.#rows.push(row.rejectedRow(event, host))
  }

  /** A message for several mailboxes is judged once. */
  #judge({ connection, host, at, authentication }: Judged): void {
    if (this.#judged.has(connection)) return
    this.#judged.add(connection)
    const asked = this.#asked.get(connection) ?? []
    this.#asked.delete(connection)
    for (const check of checksOf(authentication, asked)) {
      this.#rows.push(...check.asked.map((event) => row.questionRow(event, check.check)))
      this.#rows.push(verdictRow(host, at, check, authentication))
    }
  }
}

const numberOf = (step: StoryStep): number | undefined => {
  if (step.kind === 'message') return step.number
  return step.kind === 'command' ? step.command.number : step.event.number
}

interface Judged {
  readonly connection: number
  readonly host: string
  readonly at: number
  readonly authentication: Authentication
}

/** A host that wrote a report itself names itself in the envelope. */
const hostOf = (event: EventOf<'delivered'> | EventOf<'rejected'>): string =>
  event.type === 'delivered' ? event.message.envelope.helo : ''
