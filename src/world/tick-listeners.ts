import type { TickListener, WorldNotice } from './internet.ts'
import type { SessionNumbers } from './services/numbering.ts'

/** The open sessions of a world: they are notified of time and of changed mailboxes. */
export class TickListeners {
  readonly #all = new Set<TickListener>()

  get isEmpty(): boolean {
    return this.#all.size === 0
  }

  /** @returns A function that ends the subscription. */
  subscribe(listener: TickListener): () => void {
    this.#all.add(listener)
    return () => void this.#all.delete(listener)
  }

  /** Of the sessions that have a mailbox open, the oldest first. */
  get numberings(): SessionNumbers[] {
    return [...this.#all].flatMap(({ numbering }) => numbering ?? [])
  }

  /** @param except The listener that caused it, and needs no notice of it. */
  notify(notice: WorldNotice, except?: TickListener): void {
    for (const listener of this.#all) if (listener !== except) listener.handle(notice)
  }
}
