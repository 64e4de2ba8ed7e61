import type { World } from '../world/world.ts'
import { snapshotOf, type MailboxSnapshot, type SnapshotLimits } from '../world/mailbox-snapshot.ts'
import type { DeviceState } from '../world/devices/state.ts'
import { shownDevices } from './device-view.ts'
import { EventsReport } from './events-report.ts'
import type {
  DevicesOutput,
  EventsOutput,
  MailboxesOutput,
  NumbersOutput,
  TimeOutput,
} from './protocol.ts'
import { worldTime } from './world-time.ts'

/** What is shown of the mail, each time that it changes. */
const SHOWN: SnapshotLimits = { messages: 50, octets: 1 << 19 }

/** The mail of a world as views show it. */
export const shownMailboxes = ({ mailboxes }: World): MailboxSnapshot[] =>
  mailboxes.map((mailbox) => snapshotOf(mailbox, SHOWN))

/** The mail of a world as it stands now. */
export const mailboxesOutput = (world: World, run: number): MailboxesOutput => ({
  ...{ kind: 'mailboxes', run, mailboxes: shownMailboxes(world) },
})

/** Reports what happened in a world since the last time: its events, and its mail where that changed. */
export class WorldReport {
  readonly #world: World
  readonly #run: number
  readonly #events: EventsReport
  readonly #stop: () => void
  #isMailStale = true
  /** The devices as they were reported. */
  #devices: readonly DeviceState[] = []
  /** What was reported of the time: it goes out again only when it has changed. */
  #reported = ''
  /** The same of the numbers of sessions. */
  #numbers = '[]'

  /** @param changed Called with each change that there is to report. */
  constructor(world: World, run: number, changed: () => void) {
    this.#world = world
    this.#run = run
    this.#events = new EventsReport(world, run)
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
  *take(): Generator<EventsOutput | TimeOutput | NumbersOutput | DevicesOutput | MailboxesOutput> {
    const events = this.#events.take()
    if (events) yield events
    const time = worldTime(this.#world)
    const written = JSON.stringify(time)
    if (written !== this.#reported) {
      this.#reported = written
      yield { kind: 'time', run: this.#run, time }
    }
    const sessions = this.#world.numberings
    const numbers = JSON.stringify(sessions)
    if (numbers !== this.#numbers) {
      this.#numbers = numbers
      yield { kind: 'numbers', run: this.#run, sessions }
    }
    const { devices } = this.#world
    if (devices.some((state, at) => state !== this.#devices[at])) {
      this.#devices = devices
      yield { kind: 'devices', run: this.#run, devices: shownDevices(this.#world) }
    }
    if (!this.#isMailStale) return
    this.#isMailStale = false
    yield mailboxesOutput(this.#world, this.#run)
  }

  stop(): void {
    this.#stop()
  }
}
