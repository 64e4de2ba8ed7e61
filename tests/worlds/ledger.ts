import { isSmtp } from '../../src/world/answered-command.ts'
import type { EventOf, WorldEvent } from '../../src/world/events/index.ts'
import type { World } from '../../src/world/world.ts'

/** Recipients that a host took over on one connection. */
interface Acceptance {
  readonly connection: number
  readonly host: string
  /** Who sent it, and the id under which that host had it. */
  readonly from: string
  readonly queueId: string | undefined
  readonly recipients: readonly string[]
  /** Replies to the ends of messages; they name the ids. */
  readonly replies: readonly string[]
}

/**
 * Books on every message of a world: what a host took over must have ended, for each recipient, in exactly
 * one of: delivered, passed on, reported as undeliverable, kept from delivery by a policy that said so, or
 * still in the queue.
 * @returns A sentence for each recipient whose books do not balance.
 */
export function imbalances(world: Pick<World, 'events' | 'outbox'>): string[] {
  const ledger = new Ledger(world)
  return [...ledger.ofQueues(), ...ledger.ofAcceptances()]
}

class Ledger {
  readonly #world: Pick<World, 'events' | 'outbox'>
  readonly #acceptances: readonly Acceptance[]

  constructor(world: Pick<World, 'events' | 'outbox'>) {
    this.#world = world
    this.#acceptances = acceptancesIn(world.events)
  }

  /** What a host had to pass on: sent once, given up, or waiting. */
  *ofQueues(): Generator<string> {
    const due = new Tally()
    for (const { host, queueId, to } of this.#all('queued'))
      for (const address of to) due.add(keyOf(host, queueId, address))
    const ended = new Tally()
    for (const { host, queueId, recipient } of this.#all('undeliverable'))
      ended.add(keyOf(host, queueId, recipient))
    for (const { message, recipients } of this.#world.outbox)
      for (const { recipient } of recipients)
        ended.add(keyOf(message.host.name, message.id, recipient.address))
    for (const { from, queueId, recipients } of this.#acceptances)
      if (queueId !== undefined)
        for (const address of recipients) ended.add(keyOf(from, queueId, address))
    for (const [key, count] of due.entries)
      if (ended.of(key) !== count) yield `${key}: ${count} to pass on, ${ended.of(key)} ended`
  }

  /** What a host took over: in a mailbox, in its queue, lost with a report, or met by a policy. */
  *ofAcceptances(): Generator<string> {
    for (const acceptance of this.#acceptances) {
      for (const [address, count] of this.#duesOf(acceptance).entries) {
        const ends = this.#endsOf(acceptance, address)
        if (ends !== count)
          yield `connection ${acceptance.connection}, ${address}: ${count} taken over, ${ends} ended`
      }
    }
  }

  /** The addresses that recipients stand for at their host. */
  #duesOf({ connection, recipients }: Acceptance): Tally {
    const dues = new Tally()
    for (const address of recipients) dues.add(address)
    for (const { address, to } of this.#on(connection, 'expanded')) {
      dues.remove(address)
      for (const one of to) dues.add(one)
    }
    return dues
  }

  #endsOf({ connection, host, replies }: Acceptance, address: string): number {
    const isIt = (other: string) => other.toLowerCase() === address
    const delivered = this.#on(connection, 'delivered').filter(({ mailbox }) => isIt(mailbox))
    const passedOn = this.#on(connection, 'queued').filter(
      (event) => event.host === host && event.about === undefined && event.to.some(isIt),
    )
    const lost = this.#all('undeliverable').filter(
      (event) =>
        event.host === host &&
        isIt(event.recipient) &&
        replies.some((reply) => reply.includes(event.queueId)) &&
        !passedOn.some(({ queueId }) => queueId === event.queueId),
    )
    const ends = delivered.length + passedOn.length + lost.length
    return ends > 0 ? ends : this.#metByPolicy(connection)
  }

  /** A list, a list of addresses that bounced, or a special address said what became of it. */
  #metByPolicy(connection: number): number {
    return this.#on(connection, 'decided').some(({ policy }) =>
      ['list', 'suppression', 'special address'].includes(policy),
    )
      ? 1
      : 0
  }

  #all<Type extends WorldEvent['type']>(type: Type): EventOf<Type>[] {
    return this.#world.events.filter((event): event is EventOf<Type> => event.type === type)
  }

  #on<Type extends 'expanded' | 'delivered' | 'queued' | 'decided'>(
    connection: number,
    type: Type,
  ): EventOf<Type>[] {
    return this.#all(type).filter(
      (event) => 'connection' in event && event.connection === connection,
    )
  }
}

const keyOf = (host: string, id: string, address: string): string =>
  `${host}, ${id}, ${address.toLowerCase()}`

/** How often each key was counted. */
class Tally {
  readonly entries = new Map<string, number>()

  add(key: string): void {
    this.entries.set(key.toLowerCase(), this.of(key) + 1)
  }

  remove(key: string): void {
    const left = this.of(key) - 1
    if (left > 0) this.entries.set(key.toLowerCase(), left)
    else this.entries.delete(key.toLowerCase())
  }

  of(key: string): number {
    return this.entries.get(key.toLowerCase()) ?? 0
  }
}

function acceptancesIn(events: readonly WorldEvent[]): Acceptance[] {
  const opened = new Map<number, EventOf<'opened'>>()
  const accepted = new Map<number, { recipients: string[]; replies: string[] }>()
  let asked = new Map<number, string[]>()
  for (const event of events) {
    if (event.type === 'opened') opened.set(event.connection, event)
    if (event.type !== 'command' || !isSmtp(event)) continue
    const { connection, verb, argument, code, text } = event
    const isTaken = code >= 200 && code < 300
    if (verb === 'MAIL') asked = new Map(asked).set(connection, [])
    if (verb === 'RCPT' && isTaken) asked.get(connection)?.push(addressIn(argument))
    if (verb !== '.' || !isTaken) continue
    const whole = accepted.get(connection) ?? { recipients: [], replies: [] }
    whole.recipients.push(...(asked.get(connection) ?? []))
    whole.replies.push(text)
    accepted.set(connection, whole)
  }
  return [...accepted].map(([connection, whole]) => {
    const { to: host, from, queueId } = opened.get(connection)!
    return { connection, host, from, queueId, ...whole }
  })
}

const addressIn = (argument: string): string => /<([^>]*)>/.exec(argument)?.[1] ?? ''
