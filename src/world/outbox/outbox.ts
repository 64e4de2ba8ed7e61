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
  #entries: readonly QueueEntry[] = []

  get entries(): readonly QueueEntry[] {
    return this.#entries
  }

  /** Adds an entry behind those that are due no later. */
  add(entry: QueueEntry): void {
    const at = this.#entries.findIndex(({ nextTry }) => nextTry > entry.nextTry)
    this.#entries = at < 0 ? [...this.#entries, entry] : this.#entries.toSpliced(at, 0, entry)
  }

  /** Removes the entries that are wanted. @returns Those. */
  remove(isWanted: (entry: QueueEntry) => boolean): QueueEntry[] {
    const removed = this.#entries.filter(isWanted)
    this.#entries = this.#entries.filter((entry) => !removed.includes(entry))
    return removed
  }

  /** A host works by another spec: what waits there is tried by it, at the times that were set. */
  replaceHost(known: HostSpec, now: HostSpec): void {
    const helo = known.helo ?? known.name
    this.#entries = this.#entries.map((entry) => {
      const { message } = entry
      if (message.host.name !== known.name) return entry
      const greets = message.helo === helo ? (now.helo ?? now.name) : message.helo
      return { ...entry, message: { ...message, host: now, helo: greets } }
    })
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
