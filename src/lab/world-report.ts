import type { World } from '../world/world.ts'
import { snapshotOf, type MailboxSnapshot, type SnapshotLimits } from '../world/mailboxes-json.ts'
import type { EventsOutput, MailboxesOutput } from './protocol.ts'

/** What is shown of the mail, each time that it changes. */
const SHOWN: SnapshotLimits = { messages: 50, octets: 1 << 19 }

/** The mail of a world as views show it. */
export const shownMailboxes = ({ mailboxes }: World): MailboxSnapshot[] =>
  mailboxes.map((mailbox) => snapshotOf(mailbox, SHOWN))

/** Reports what happened in a world since the last time: its events, and its mail where that changed. */
export class WorldReport {
  readonly #world: World
  readonly #run: number
  readonly #stop: () => void
  #next = 0
  #isMailStale = true

  /** @param changed Called with each change that there is to report. */
  constructor(world: World, run: number, changed: () => void) {
    this.#world = world
    this.#run = run
    const forgetEvents = world.subscribe(changed)
    const forgetMail = world.store.subscribe(() => {
      this.#isMailStale = true
      changed()
    })
    this.#stop = () => {
      forgetEvents()
      forgetMail()
    }
  }

  /** Takes what there is to report; nothing where nothing happened. */
  *take(): Generator<EventsOutput | MailboxesOutput> {
    const { events, droppedCount } = this.#world
    const first = Math.max(this.#next, droppedCount)
    this.#next = droppedCount + events.length
    if (first < this.#next)
      yield { kind: 'events', run: this.#run, first, events: events.slice(first - droppedCount) }
    if (!this.#isMailStale) return
    this.#isMailStale = false
    yield { kind: 'mailboxes', run: this.#run, mailboxes: shownMailboxes(this.#world) }
  }

  stop(): void {
    this.#stop()
  }
}
