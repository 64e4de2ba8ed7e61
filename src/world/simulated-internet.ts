import { machineClock, simulatedClock, type WorldClock } from '../core/clock.ts'
import type { Crypto } from '../core/effects.ts'
import type { RecordType, Resolver } from '../core/dns.ts'
import { seededRandom, type SeededRandom } from '../core/random.ts'
import { copyMemory, emptyMemory, type HostMemory } from '../protocols/smtp/policies/memory.ts'
import { Devices } from './devices/devices.ts'
import type { EventBody } from './events/index.ts'
import type { Agenda } from './agenda.ts'
import { agendaOf, timetableOf } from './plan.ts'
import { HostResolvers, type LookedUp } from './host-resolvers.ts'
import { HostIndex } from './host-index.ts'
import { copyHostState, emptyHostState, type HostState } from './host-state.ts'
import type { Internet, TickListener } from './internet.ts'
import type { SessionNumbers } from './services/numbering.ts'
import { createLog, type EventLog } from './log/event-log.ts'
import { Mailboxes } from './mailboxes.ts'
import { NameService } from './name-service.ts'
import { hiddenAnswer } from './on-path/hide-answer.ts'
import type { QueuedMessage } from './outbox/queued-message.ts'
import { noteQueued } from './outbox/note-queued.ts'
import { Outbox } from './outbox/outbox.ts'
import { retryDue, retryFor, retryKept, sendQueued } from './outbox/send-queued.ts'
import { Lane, Queue } from './queue.ts'
import type { HostSpec, WorldSpec } from './spec.ts'
import { TickListeners } from './tick-listeners.ts'
import type { Timetable } from './timetable.ts'
import type { MachineTime, WorldPorts } from './world.ts'

/** The state of a world, which its sessions and queues share. */
export class SimulatedInternet implements Internet {
  /** As its hosts are set up now, and its messages are written. */
  spec: WorldSpec
  readonly clock: WorldClock
  readonly random: SeededRandom
  readonly nonces: SeededRandom
  readonly queue = new Queue()
  readonly crypto: Crypto
  readonly names: NameService
  readonly log: EventLog
  readonly mailboxes: Mailboxes
  readonly hosts: HostIndex
  readonly outbox: Outbox
  readonly devices: Devices
  readonly timetable: Timetable
  readonly agenda: Agenda
  readonly dial: WorldPorts['dial']
  readonly #resolvers: HostResolvers
  readonly #listeners = new TickListeners()
  readonly #memories = new Map<string, HostMemory>()
  readonly #states = new Map<string, HostState>()
  /** Messages that are relayed, one after the other. */
  readonly #relays = new Lane()
  readonly #time: MachineTime | undefined
  #connections = 0

  /** @param like One that rests: this one goes on from where it stands. */
  constructor(spec: WorldSpec, { crypto, keep, time, dial }: WorldPorts, like?: SimulatedInternet) {
    this.dial = dial
    this.spec = spec
    this.crypto = crypto
    this.#time = time
    const start = like?.clock.now() ?? Date.parse(spec.now)
    this.clock = time ? machineClock(time) : simulatedClock(start)
    this.random = seededRandom(like?.random.seed ?? spec.seed)
    this.nonces = seededRandom(like?.nonces.seed ?? ~spec.seed)
    this.names = new NameService(spec.zones, spec.dnsFaults, like?.names)
    const now = (): number => this.clock.now()
    this.log = like?.log.copy(now) ?? createLog(now, keep)
    this.mailboxes = new Mailboxes(spec, like?.mailboxes)
    this.hosts = new HostIndex(spec.hosts, like?.hosts)
    this.outbox = new Outbox(like?.outbox)
    const { resolver } = this.names
    const caches = like ? like.#resolvers : undefined
    this.#resolvers = new HostResolvers(resolver, this.hosts, this.clock, caches)
    this.devices = new Devices(this, like?.devices)
    this.timetable = timetableOf(this, like?.timetable)
    this.agenda = agendaOf(this)
    if (like) this.#remember(like)
    this.mailboxes.store.subscribe(() => this.#listeners.notify({ type: 'changed' }))
  }

  /** What its hosts know, and how many connections there were. */
  #remember(like: SimulatedInternet): void {
    for (const [host, memory] of like.#memories) this.#memories.set(host, copyMemory(memory))
    for (const [host, state] of like.#states) this.#states.set(host, copyHostState(state))
    this.#connections = like.#connections
  }

  /** Whether it has a machine's time, or lines to servers of a machine. */
  get isOutside(): boolean {
    return this.#time !== undefined || this.dial !== undefined
  }

  /** Whether nothing is under way, and no session is open. */
  get isAtRest(): boolean {
    return !this.queue.busy && !this.#relays.busy && this.#listeners.isEmpty
  }

  get resolver(): Resolver {
    return this.names.resolver
  }

  lookUp(host: string, name: string, type: RecordType): LookedUp {
    if (this.spec.onPath) {
      const answer = hiddenAnswer(this.spec, this.hosts.named(host), host, name, type)
      if (answer) {
        const what = `The answer to \`${name} ${type}\` does not arrive.`
        this.emit({ type: 'intercepted', does: 'hide-answer', from: host, to: name, what })
        return { answer }
      }
    }
    return this.#resolvers.lookUp(host, name, type)
  }

  forgetAnswers(host: string): void {
    this.#resolvers.forget(host)
  }

  setHost(host: HostSpec): void {
    const known = this.hosts.named(host.name)
    if (!known) return
    const now = { ...host, name: known.name, addresses: known.addresses }
    this.hosts.replace(known, now)
    this.outbox.replaceHost(known, now)
    const hosts = this.spec.hosts.map((one) => (one === known ? now : one))
    this.spec = { ...this.spec, hosts }
  }

  setMessage(file: string, text: string): void {
    const documents = (this.spec.documents ?? []).map((one) =>
      one.file === file ? { ...one, text } : one,
    )
    this.spec = { ...this.spec, documents }
  }

  nextConnection(): number {
    return ++this.#connections
  }

  memoryOf(host: string): HostMemory {
    const memory = this.#memories.get(host) ?? emptyMemory()
    this.#memories.set(host, memory)
    return memory
  }

  stateOf(host: string): HostState {
    const state = this.#states.get(host) ?? emptyHostState()
    this.#states.set(host, state)
    return state
  }

  /** Notifies before and after, so that a session that waits for an answer knows how long it waited. */
  wait(milliseconds: number, by: TickListener): void | Promise<void> {
    if (this.#time) return this.#time.wait(milliseconds)
    this.#tick(by)
    this.clock.advance(milliseconds)
    this.#tick(by)
  }

  /** Moves the clock to a time, without what is due on the way. */
  setClock(time: number): void {
    this.clock.advance(time - this.clock.now())
    this.#tick()
  }

  subscribe(listener: TickListener): () => void {
    return this.#listeners.subscribe(listener)
  }

  get numberings(): readonly SessionNumbers[] {
    return this.#listeners.numberings
  }

  emit(event: EventBody): void {
    this.log.emit(event)
  }

  async quiet(): Promise<void> {
    do {
      await this.queue.idle()
      await this.#relays.idle()
    } while (this.queue.busy || this.#relays.busy)
  }

  dispatch(message: QueuedMessage): void {
    noteQueued(this, message)
    this.inTurn(() => sendQueued(this, message))
  }

  flush(host: string, wanted: Parameters<Internet['flush']>[1]): void {
    this.inTurn(() => retryFor(this, host, wanted))
  }

  retryKept(host: string, id: string | undefined): void {
    this.inTurn(() => retryKept(this, host, id))
  }

  /** Tries what is due by now, after what is being relayed. */
  retryDue(): Promise<void> {
    return this.#relays.run(() => retryDue(this))
  }

  inTurn(work: () => Promise<void>): void {
    void this.#relays.run(work)
  }

  #tick(except?: TickListener): void {
    this.#listeners.notify({ type: 'tick', now: this.clock.now() }, except)
  }
}
