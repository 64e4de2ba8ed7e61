import type { DueSource } from '../agenda.ts'
import type { Internet } from '../internet.ts'
import type { DeviceAct } from '../spec/devices.ts'
import { Device } from './device.ts'
import { deviceActs, type DeviceActs } from './device-acts.ts'
import type { DeviceState } from './state.ts'

/** The devices of a world, and what they do by themselves. */
export class Devices implements DueSource {
  readonly #net: Internet
  readonly #all: readonly Device[]

  /** @param like Each has and shows the same as there. */
  constructor(net: Internet, like?: Devices) {
    this.#net = net
    const known = like ? like.#all : []
    this.#all = (net.spec.devices ?? []).map((spec, at) => new Device(net, spec, known[at]))
  }

  get states(): readonly DeviceState[] {
    return this.#all.map(({ state }) => state)
  }

  /** An unknown device does nothing. */
  async use(id: string, act: DeviceAct): Promise<void> {
    const device = this.#all.find(({ spec }) => spec.id === id)
    if (device) await deviceActs.use(({ useDevice }) => useDevice(device, act))
  }

  next(): number {
    return Math.min(...this.#all.map(nextOf))
  }

  async runDue(): Promise<void> {
    if (this.#all.length) await deviceActs.use((acts) => this.#runAll(acts))
  }

  async #runAll(acts: DeviceActs): Promise<void> {
    for (const device of this.#all) await this.#runDue(device, acts)
  }

  async #runDue(device: Device, { fetchMail, sendOutbox, useDevice }: DeviceActs): Promise<void> {
    const now = (): number => this.#net.clock.now()
    for (let turn = device.turns[0]; turn && turn.at <= now(); turn = device.turns[0]) {
      device.turns = device.turns.slice(1)
      await useDevice(device, { does: turn.online ? 'online' : 'offline' })
    }
    const due = now()
    if (device.state.online) await sendOutbox(device, ({ nextTry = Infinity }) => nextTry <= due)
    if (device.nextPoll > now()) return
    if (device.state.online) await fetchMail(device)
    else device.setPoll(now())
  }
}

/** Without a network nothing is sent or fetched: only the network's return is waited for. */
const nextOf = ({ state, nextPoll, turns }: Device): number =>
  Math.min(
    turns[0]?.at ?? Infinity,
    state.online ? nextPoll : Infinity,
    ...(state.online ? state.outbox.map(({ nextTry = Infinity }) => nextTry) : []),
  )
