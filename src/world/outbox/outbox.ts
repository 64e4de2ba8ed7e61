import type { HostSpec } from '../spec.ts'
import type { QueuedMessage, QueuedRecipient } from './queued-message.ts'
import type { Outcome } from './outcome.ts'

/** A message that waits for its next try, with the recipients that it could not be sent to yet. */
export interface QueueEntry {
  readonly message: QueuedMessage
  readonly recipients: readonly RecipientOutcome[]
  /** How often it was tried. */
  readonly tries: number
  /** In milliseconds. */
  readonly nextTry: number
  /** Whether a report of the delay went to the sender. */
  readonly delay: 'unreported' | 'reported'
}

/** A recipient, and what the last try came to. */
export interface RecipientOutcome {
  readonly recipient: QueuedRecipient
  readonly outcome: Outcome
}

/** What waits at all hosts of a world, in the order of the next tries. */
export class Outbox {
  #waiting: QueueEntry[]
  /** The same for who looks; made when somebody does, since much is added and removed in between. */
  #shown: readonly QueueEntry[] | undefined

  /** @param like What waits there waits here too. */
  constructor(like?: Outbox) {
    this.#waiting = like ? [...like.#waiting] : []
  }

  /** As it stands now; what comes later changes nothing in it. */
  get entries(): readonly QueueEntry[] {
    return (this.#shown ??= [...this.#waiting])
  }

  /** When the soonest try is due, in milliseconds; `Infinity` where nothing waits. */
  get nextTry(): number {
    return this.#waiting[0]?.nextTry ?? Infinity
  }

  /** Adds an entry behind those that are due no later. */
  add(entry: QueueEntry): void {
    const last = this.#waiting.at(-1)
    if (!last || last.nextTry <= entry.nextTry) this.#waiting.push(entry)
    else this.#waiting.splice(this.#firstAfter(entry.nextTry), 0, entry)
    this.#shown = undefined
  }

  /** Removes the entries that are wanted. @returns Those. */
  remove(isWanted: (entry: QueueEntry) => boolean): QueueEntry[] {
    const removed: QueueEntry[] = []
    const left: QueueEntry[] = []
    for (const entry of this.#waiting) (isWanted(entry) ? removed : left).push(entry)
    this.#waiting = left
    this.#shown = undefined
    return removed
  }

  /** A host works by another spec: what waits there is tried by it, at the times that were set. */
  replaceHost(known: HostSpec, now: HostSpec): void {
    const helo = known.helo ?? known.name
    this.#waiting = this.#waiting.map((entry) => {
      const { message } = entry
      if (message.host.name !== known.name) return entry
      const greets = message.helo === helo ? (now.helo ?? now.name) : message.helo
      return { ...entry, message: { ...message, host: now, helo: greets } }
    })
    this.#shown = undefined
  }

  /** Where the first entry stands that is due later. */
  #firstAfter(time: number): number {
    let [low, high] = [0, this.#waiting.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#waiting[middle]!.nextTry > time) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** What a host keeps: one message, or all of them. */
export const keptAt =
  (host: string, id: string | undefined) =>
  ({ message }: QueueEntry): boolean =>
    message.host.name === host && (id === undefined || message.id === id)

/** Servers keep what they cannot send at once; the user of a program that only sends can try again. */
export const hasOutbox = ({ smtp, submission, queue }: HostSpec): boolean =>
  queue !== undefined || smtp !== undefined || submission !== undefined
