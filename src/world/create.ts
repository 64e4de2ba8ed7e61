import type { Diagnostic } from '../core/diagnostic.ts'
import type { Clock } from '../core/clock.ts'
import type { Crypto } from '../core/effects.ts'
import type { DnsAnswer, RecordType, Resolver } from '../core/dns.ts'
import type { Zone } from '../dns/zone/zone.ts'
import type { MailStore } from '../protocols/store/store.ts'
import { connectTo } from './connect.ts'
import type { DeviceState } from './devices/state.ts'
import type { WorldEvent } from './events/index.ts'
import type { SessionNumbers } from './services/numbering.ts'
import type { Journey } from './journey.ts'
import type { Mailbox } from './mailboxes.ts'
import { keptAt, type QueueEntry } from './outbox/outbox.ts'
import { Passage } from './passage.ts'
import { doPlanned, downFromStart } from './plan.ts'
import { Lane } from './queue.ts'
import { sendMail } from './send.ts'
import { SimulatedInternet } from './simulated-internet.ts'
import type { DeviceAct, HostSpec, MailSpec, WorldSpec } from './spec.ts'
import { Triggers } from './triggers.ts'
import type { HttpsRequest, HttpsResult } from './web/answer.ts'
import { fetchHttps } from './web/fetch.ts'
import type { Connection, ConnectionListener, Refusal, World, WorldPorts } from './world.ts'

/** Builds the world of a spec. The same spec and the same acts give the same events, octet for octet. */
export const createWorld = (spec: WorldSpec, ports: WorldPorts): World =>
  new SimulatedWorld(new SimulatedInternet(spec, ports))

/** What can be seen of a world, and done to it, from outside. */
class SimulatedWorld implements World {
  readonly #net: SimulatedInternet
  readonly #passage: Passage
  /** Mails that are sent, and stretches of time that go by: one after the other. */
  readonly #acts = new Lane()
  readonly #triggers: Triggers

  constructor(net: SimulatedInternet, like?: SimulatedWorld) {
    this.#net = net
    if (!like) downFromStart(net)
    this.#passage = new Passage(net)
    const triggers = new Triggers(net, like ? like.#triggers : undefined)
    this.#triggers = triggers
    if (triggers.isEmpty) return
    net.log.subscribe((event) => {
      for (const item of triggers.handle(event)) void this.#acts.run(() => doPlanned(net, item))
    })
  }

  copy(): World | undefined {
    const net = this.#net
    if (net.isOutside || !net.isAtRest || this.#acts.busy) return undefined
    return new SimulatedWorld(new SimulatedInternet(net.spec, { crypto: net.crypto }, net), this)
  }

  get spec(): WorldSpec {
    return this.#net.spec
  }

  get clock(): Clock {
    return this.#net.clock
  }

  get hosts(): readonly HostSpec[] {
    return this.spec.hosts
  }

  get zones(): readonly Zone[] {
    return this.#net.names.zones
  }

  get problems(): readonly Diagnostic[] {
    return this.#net.names.problems
  }

  get resolver(): Resolver {
    return this.#net.resolver
  }

  get crypto(): Crypto {
    return this.#net.crypto
  }

  get events(): readonly WorldEvent[] {
    return this.#net.log.events
  }

  get droppedCount(): number {
    return this.#net.log.droppedCount
  }

  get mailboxes(): readonly Mailbox[] {
    return this.#net.mailboxes.all
  }

  get store(): MailStore {
    return this.#net.mailboxes.store
  }

  get outbox(): readonly QueueEntry[] {
    return this.#net.outbox.entries
  }

  get devices(): readonly DeviceState[] {
    return this.#net.devices.states
  }

  get numberings(): readonly SessionNumbers[] {
    return this.#net.numberings
  }

  useDevice(id: string, act: DeviceAct): Promise<void> {
    return this.#acts.run(() => this.#net.devices.use(id, act))
  }

  setZone(origin: string, text: string): void {
    this.#net.names.setZone(origin, text)
  }

  setHost(host: HostSpec): void {
    this.#net.setHost(host)
  }

  forgetAnswers(host: string): void {
    this.#net.forgetAnswers(host)
  }

  setMessage(file: string, text: string): void {
    this.#net.setMessage(file, text)
  }

  connect(
    from: string,
    to: string,
    port: number,
    listener: ConnectionListener,
    address?: string,
  ): Connection | Refusal {
    return connectTo(this.#net, { from, to, port, listener, address })
  }

  lookUp(by: string, name: string, type: RecordType): DnsAnswer {
    const { answer, ...kept } = this.#net.lookUp(by, name, type)
    this.#net.emit({ type: 'dns', by, question: { ask: 'dns', name, type }, answer, ...kept })
    return answer
  }

  fetch(request: HttpsRequest): Promise<HttpsResult> {
    return this.#acts.run(() => fetchHttps(this.#net, request))
  }

  setFile(host: string, path: string, text: string): void {
    this.#net.stateOf(host).files.set(path, text)
  }

  send(mail: MailSpec): Promise<Journey> {
    return this.#acts.run(() => sendMail(this.#net, mail))
  }

  advanceClock(milliseconds: number): void {
    const rest = this.#passage.advance(milliseconds)
    if (rest) void this.#acts.run(rest)
  }

  get nextDue(): number | undefined {
    const next = this.#net.agenda.next()
    return Number.isFinite(next) ? next : undefined
  }

  retryQueued(host: string, id?: string): void {
    this.#net.retryKept(host, id)
  }

  deleteQueued(host: string, id?: string): number {
    return this.#net.outbox.remove(keptAt(host, id)).length
  }

  async settled(): Promise<void> {
    do {
      await this.#acts.idle()
      await this.#net.quiet()
    } while (this.#acts.busy)
  }

  subscribe(listener: (event: WorldEvent) => void): () => void {
    return this.#net.log.subscribe(listener)
  }
}
