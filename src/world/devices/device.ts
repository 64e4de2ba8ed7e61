import type { DeviceEvent } from '../events/device.ts'
import type { Internet } from '../internet.ts'
import type { DeviceSpec } from '../spec/devices.ts'
import { newDevice, type DeviceState } from './state.ts'

type Body<Event> = Event extends unknown ? Omit<Event, 'type' | 'device' | 'name'> : never

/** A device of the world while it runs: its state, its times, and its name in the log. */
export class Device {
  readonly net: Internet
  readonly spec: DeviceSpec
  state: DeviceState
  /** When it fetches next by itself, in milliseconds. */
  nextPoll = Infinity
  /** When its network goes or comes, in milliseconds, the soonest first. */
  turns: readonly { readonly at: number; readonly online: boolean }[]
  /** Numbers the messages that are its own. */
  #keys = 0

  /** @param like It has and shows the same. */
  constructor(net: Internet, spec: DeviceSpec, like?: Device) {
    const start = Date.parse(net.spec.now)
    this.net = net
    this.spec = spec
    this.state = newDevice(spec)
    this.turns = (spec.offline ?? [])
      .flatMap(({ from, until }) => [
        ...(from > 0 ? [{ at: start + from * 1000, online: false }] : []),
        ...(until === undefined ? [] : [{ at: start + until * 1000, online: true }]),
      ])
      .toSorted((a, b) => a.at - b.at)
    this.setPoll(start)
    if (!like) return
    this.state = like.state
    this.nextPoll = like.nextPoll
    this.turns = like.turns
    this.#keys = like.#keys
  }

  change(part: Partial<DeviceState>): void {
    this.state = { ...this.state, ...part }
  }

  emit(event: Body<DeviceEvent>): void {
    const { id: device, name } = this.spec
    this.net.emit({ type: 'device', device, name, ...event } as DeviceEvent)
  }

  /** @param from When the last fetch was, or the setting changed. */
  setPoll(from: number): void {
    const { every } = this.state.settings
    this.nextPoll = every ? from + every * 1000 : Infinity
  }

  newKey(): string {
    return `${this.spec.id}-${++this.#keys}`
  }

  get password(): string | undefined {
    const { owner } = this.spec
    return this.net.spec.mailboxes.find(({ address }) => address === owner)?.password
  }
}
