import type { Answer, Crypto, Question } from '../core/effects.ts'
import type { WorldClock } from '../core/clock.ts'
import type { RecordType, Resolver } from '../core/dns.ts'
import type { Random } from '../core/random.ts'
import type { LookedUp } from './host-resolvers.ts'
import type { FlushEffect } from '../protocols/smtp/server/effects.ts'
import type { HostMemory } from '../protocols/smtp/policies/memory.ts'
import type { DnsAsked } from './events/dns.ts'
import type { EventBody } from './events/index.ts'
import type { HostState } from './host-state.ts'
import type { HostIndex } from './host-index.ts'
import type { EventLog } from './log/event-log.ts'
import type { Mailboxes } from './mailboxes.ts'
import type { QueuedMessage } from './outbox/queued-message.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { Queue } from './queue.ts'
import type { SessionNumbers } from './services/numbering.ts'
import type { WorldSpec } from './spec.ts'
import type { WorldPorts } from './world.ts'

/** What the parts of a world share: time, chance, names, stores and the log. */
export interface Internet {
  readonly spec: WorldSpec
  readonly clock: WorldClock
  readonly random: Random
  /** Of their own, so that a challenge more changes no id. */
  readonly nonces: Random
  readonly queue: Queue
  readonly crypto: Crypto
  readonly resolver: Resolver
  /** Asks the DNS as a host does, which may have a cache. */
  lookUp(host: string, name: string, type: RecordType): LookedUp
  readonly log: Pick<EventLog, 'events' | 'droppedCount'>
  readonly mailboxes: Mailboxes
  readonly hosts: HostIndex
  /** Dials a real server of this machine, where the world is on a bridge. */
  readonly dial: WorldPorts['dial']
  nextConnection(): number
  /** What a host remembers of its clients. */
  memoryOf(host: string): HostMemory
  /** What a host has come to know of its lists and senders. */
  stateOf(host: string): HostState
  /**
   * Waits: simulated time goes by at once, for every listener but the one that waits.
   * @returns A promise on a machine's clock.
   */
  wait(milliseconds: number, by: TickListener): void | Promise<void>
  /** Notifies of time and of changed mailboxes from now on. @returns A function that ends it. */
  subscribe(listener: TickListener): () => void
  emit(event: EventBody): void
  /** Resolves when the wire is silent and nothing is being relayed. */
  quiet(): Promise<void>
  /** What waits at its hosts for another try. */
  readonly outbox: Outbox
  /** Sends a message from its host, when nothing else is being relayed. */
  dispatch(message: QueuedMessage): void
  /** Tries at once what a host keeps for a domain. */
  flush(host: string, wanted: Pick<FlushEffect, 'domain' | 'withBelow'>): void
  /** Does other work of that kind in its turn. */
  inTurn(work: () => Promise<void>): void
}

/** An open session, as the world sees it. */
export interface TickListener {
  handle(notice: WorldNotice): void
  /** What its client calls the messages of the mailbox that it has open, if it has one. */
  readonly numbering?: SessionNumbers | undefined
}

/** The notices that every open session receives. */
export type WorldNotice =
  /** Time went by. `now` in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** Mail came, went or was marked in a mailbox. */
  | { readonly type: 'changed' }

/** What a host asks the DNS for: the way of a message, or the checks of one. */
export type AskedFor = Pick<DnsAsked, 'queueId' | 'judges'>

/** Answers what an evaluator asks on one host: DNS from the zones (each question is logged), the rest by the platform. */
export function answersOn(
  net: Internet,
  host: string,
  askedFor: AskedFor = {},
): (question: Question) => Answer | Promise<Answer> {
  return (question) => {
    if (question.ask !== 'dns') return net.crypto.answer(question)
    const { answer, cachedFor } = net.lookUp(host, question.name, question.type)
    const { judges } = askedFor
    // Written out where a message is judged without a cache: nearly all questions are of that.
    if (cachedFor === undefined && judges !== undefined && askedFor.queueId === undefined)
      net.emit({ type: 'dns', by: host, question, answer, judges, at: 0, number: 0, cause: 0 })
    else
      net.emit({
        ...{ type: 'dns', by: host, question, answer },
        ...(cachedFor !== undefined && { cachedFor }),
        ...askedFor,
      })
    return answer
  }
}

/** Milliseconds that one hop over the simulated wire takes. */
export const LINK_DELAY = 14
