import { utf8 } from '../../core/bytes.ts'
import { openSession, step, type SmtpHost, type Turn } from '../../protocols/smtp/server/engine.ts'
import type { BytesInput } from '../../protocols/shared/turn.ts'
import { hostDefaults } from '../../protocols/smtp/server/host.ts'
import type {
  DeliverEffect,
  Effect,
  SessionInput,
  Verdict,
} from '../../protocols/smtp/server/session.ts'
import type { Internet } from '../internet.ts'
import type { PoliciesSpec } from '../spec.ts'
import { isOf } from '../domains.ts'
import { membersOf } from '../lists/post.ts'
import { noteUnknown } from '../reputation/note-sender.ts'
import { specialFaults } from '../special/faults.ts'
import { backingOf } from './backing.ts'
import { smtpCommand } from './command-event.ts'
import { policiesOf } from './policies.ts'
import { LoginGuard } from './login-guard.ts'
import type { Opened, Served, ServiceEffect, ServiceInput } from './service.ts'

/** What becomes of a message that a client sent. */
export type AcceptMessage = (delivery: DeliverEffect) => Promise<Verdict>

/** Keeps an SMTP session between its turns, and has the world accept each message. */
export const runSmtp = (
  net: Internet,
  served: Served,
  server: SmtpHost,
  accept: AcceptMessage,
): Opened => new SmtpService(net, served, server, accept)

class SmtpService implements Opened {
  readonly effects: readonly ServiceEffect[]
  readonly #net: Internet
  readonly #served: Served
  readonly #server: SmtpHost
  readonly #accept: AcceptMessage
  readonly #guard: LoginGuard
  #session: Turn['session']
  #unread: Uint8Array | undefined
  #isLeaving = false

  constructor(net: Internet, served: Served, server: SmtpHost, accept: AcceptMessage) {
    this.#net = net
    this.#served = served
    this.#server = server
    this.#accept = accept
    this.#guard = new LoginGuard(lockOut(server))
    const memory = net.memoryOf(served.host.name)
    const start = openSession(server, served.peer, { now: net.clock.now(), memory })
    this.#session = start.session
    this.effects = this.#follow(start)
  }

  handle(input: ServiceInput): readonly ServiceEffect[] {
    if (input.type === 'shutDown') {
      this.#isLeaving = true
      return isTakingMail(this.#session) ? [] : farewell(this.#server)
    }
    if (input.type === 'bytes') return this.#read(input)
    if (input.type === 'closed') this.#unread = undefined
    return isForSmtp(input) ? this.#step(input) : []
  }

  resume(): readonly ServiceEffect[] | undefined {
    return this.#unread && this.#read({ bytes: this.#unread, isUnread: true })
  }

  #read({ bytes, isUnread = false }: Omit<BytesInput, 'type'>): readonly ServiceEffect[] {
    this.#unread = undefined
    const now = this.#net.clock.now()
    return this.#step({ type: 'bytes', bytes, isUnread, now, pauses: true })
  }

  #step(input: SessionInput): readonly ServiceEffect[] {
    return this.#follow(step(this.#session, input))
  }

  #follow({ session, effects, unread }: Turn): readonly ServiceEffect[] {
    this.#session = session
    this.#unread = unread ?? this.#unread
    const translated: ServiceEffect[] = []
    for (const effect of effects) {
      const one = this.#translated(effect)
      if (one) translated.push(one)
    }
    const guarded = this.#guard.guard(translated)
    if (this.#guard.isOver) this.#session = step(session, { type: 'closed' }).session
    const ends = this.#isLeaving && !isTakingMail(session) && !this.#guard.isOver
    return ends ? [...guarded, ...farewell(this.#server)] : guarded
  }

  /** @returns `undefined` where nothing is left to do for the connection. */
  #translated(effect: Effect): ServiceEffect | undefined {
    const { host, connection } = this.#served
    switch (effect.type) {
      case 'command': {
        noteUnknown(this.#net, this.#served, effect)
        const protocol = this.#server.role === 'lmtp' ? 'lmtp' : 'smtp'
        return { type: 'note', event: smtpCommand(effect, protocol, connection) }
      }
      case 'deliver':
        return { type: 'work', run: () => this.#deliver(effect) }
      case 'flush':
        this.#net.flush(host.name, effect)
        return undefined
      default:
        return effect
    }
  }

  async #deliver(effect: DeliverEffect): Promise<readonly ServiceEffect[]> {
    return this.#step({ type: 'verdict', ...(await this.#accept(effect)) })
  }
}

/** A message under way may end before the host goes down; anything else the client can do again. */
const isTakingMail = ({ phase }: Turn['session']): boolean =>
  ['data', 'chunk', 'chunks', 'waiting'].includes(phase)

/** RFC 5321 §3.8 */
const farewell = ({ name }: SmtpHost): ServiceEffect[] => [
  { type: 'send', bytes: utf8(`421 4.3.2 ${name} is shutting down\r\n`) },
  { type: 'close' },
]

/** RFC 5321 §3.8 */
const lockOut = ({ name }: SmtpHost): ServiceEffect[] => [
  { type: 'send', bytes: utf8(`421 4.7.0 ${name} Too many failed logins\r\n`) },
  { type: 'close' },
]

const isForSmtp = (input: ServiceInput): input is SessionInput & ServiceInput =>
  ['bytes', 'tick', 'secured', 'closed'].includes(input.type)

/** What the specs of all kinds of SMTP service have. */
interface SmtpSpec extends PoliciesSpec {
  readonly personality: SmtpHost['personality']
  readonly domains: readonly string[]
  readonly maxSize: number
}

/** A server with the mailboxes that the world has in its domains, and what else receives there. */
export const smtpServer = (
  net: Internet,
  served: Served,
  { personality, domains, maxSize, ...policies }: SmtpSpec,
): SmtpHost => ({
  ...hostDefaults,
  ...policiesOf(policies, served.host.specialAddresses ? specialFaults(domains) : []),
  name: served.host.name,
  personality,
  localDomains: domains,
  mailboxes: net.mailboxes.all
    .map(({ address }) => address)
    .filter((address) => isOf(domains, address)),
  lists: [
    ...(served.host.lists ?? []).map((list) => ({
      ...{ address: list.address, members: membersOf(net, served.host, list) },
    })),
    // An alias of several is a list of its own kind (RFC 5321 §3.9).
    ...(served.host.aliases ?? []).flatMap(({ address, to }) =>
      to.length > 1 && !address.startsWith('*@') ? [{ address, members: to }] : [],
    ),
  ],
  maxSize,
  backing: backingOf(net, served),
})
