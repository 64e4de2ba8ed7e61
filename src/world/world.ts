import type { Crypto } from '../core/effects.ts'
import type { Clock } from '../core/clock.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsAnswer, RecordType, Resolver } from '../core/dns.ts'
import type { Certificate, Tls } from '../core/tls.ts'
import type { Zone } from '../dns/zone/zone.ts'
import type { MailStore } from '../protocols/store/store.ts'
import type { DeviceState } from './devices/state.ts'
import type { WorldEvent } from './events/index.ts'
import type { SessionNumbers } from './services/numbering.ts'
import type { Journey } from './journey.ts'
import type { LogLimits } from './log/recent.ts'
import type { Mailbox } from './mailboxes.ts'
import type { QueueEntry } from './outbox/outbox.ts'
import type { HttpsRequest, HttpsResult } from './web/answer.ts'
import type { Loopback } from './spec/values.ts'
import type { DeviceAct, HostSpec, MailSpec, WorldSpec } from './spec.ts'

/** The simulated Internet. Everything it does follows from its spec and what is done to it. */
export interface World {
  readonly spec: WorldSpec
  readonly clock: Clock
  readonly hosts: readonly HostSpec[]
  /** The zones as they stand now, parsed. */
  readonly zones: readonly Zone[]
  /** What the parser met in them. */
  readonly problems: readonly Diagnostic[]
  /** Digests and signatures, for programs that check some themselves. */
  readonly crypto: Crypto
  /** Answers from the zones as they stand at each question. */
  readonly resolver: Resolver
  /** All that happened, or the newest of it where not all is kept. */
  readonly events: readonly WorldEvent[]
  /** How many events were let go: the first of `events` is the one of this number. */
  readonly droppedCount: number
  /** The mail that the addresses of this world hold now, read from `store`. */
  readonly mailboxes: readonly Mailbox[]
  /** The mail as IMAP and POP3 see it: an account for each mailbox, by its address. */
  readonly store: MailStore
  /** What waits at its hosts for another try, in the order of those. */
  readonly outbox: readonly QueueEntry[]
  /** What the mail programs of people have and show, in the order of the spec. */
  readonly devices: readonly DeviceState[]
  /** What the clients of open sessions call the messages of their mailboxes now. */
  readonly numberings: readonly SessionNumbers[]
  /** Does something with a device, as its owner does. */
  useDevice(id: string, act: DeviceAct): Promise<void>
  /** Publishes a zone's new text at once. Unknown origins are added. */
  setZone(origin: string, text: string): void
  /** A host that keeps answers of the DNS forgets them, as after a restart of its resolver. */
  forgetAnswers(host: string): void
  /**
   * A host works by this spec from now on, as after a reload of its server: sessions that are open keep what
   * they began with. Name and addresses stay; a host of another name changes nothing.
   */
  setHost(host: HostSpec): void
  /** A message that is a document has this text from now on, in all mails that are made of it. */
  setMessage(file: string, text: string): void
  /**
   * Opens a TCP connection to a port.
   * @param from Name of the connecting host.
   * @param to A host's IP address.
   * @param address Its source address; by default the first address of `from`.
   */
  connect(
    from: string,
    to: string,
    port: number,
    listener: ConnectionListener,
    address?: string,
  ): Connection | Refusal
  /** Asks the DNS as a host does: the question is logged, as those of the hosts themselves are. */
  lookUp(by: string, name: string, type: RecordType): DnsAnswer
  /** Asks a host for something by HTTPS, as another host does. */
  fetch(request: HttpsRequest): Promise<HttpsResult>
  /** A host serves a file with this text from now on. */
  setFile(host: string, path: string, text: string): void
  /** Sends a mail from its host through DNS and SMTP to its end. */
  send(mail: MailSpec): Promise<Journey>
  /**
   * Lets time go by for all that waits: idle sessions, delayed replies, messages that are tried
   * again. Where some are due on the way, it is over when the world has settled.
   */
  advanceClock(milliseconds: number): void
  /** When something happens next by itself: a try that is due, what is planned. In milliseconds. */
  readonly nextDue: number | undefined
  /** Tries again at once what a host keeps: one message, or all of them. */
  retryQueued(host: string, id?: string): void
  /** Deletes what a host keeps, without a report to anybody. @returns How many messages that were. */
  deleteQueued(host: string, id?: string): number
  /**
   * A world that stands as this one does, and goes on by itself: the same acts give the same in both.
   * Undefined while something is under way or a session is open, and of a world that real programs take part in.
   */
  copy(): World | undefined
  /** Resolves when nothing is under way any more: signatures checked, replies sent. */
  settled(): Promise<void>
  /** @returns A function that ends the subscription. */
  subscribe(listener: (event: WorldEvent) => void): () => void
}

/** The client's end of a connection. */
export interface Connection {
  readonly id: number
  /** The server's host name. */
  readonly host: string
  /** What the other end shows in a TLS handshake. */
  readonly certificate?: Certificate | undefined
  send(bytes: Uint8Array): void
  /** Notifies the server that TLS is up: after `startTls`, or first of all on a port of TLS. */
  secure(tls: Tls): void
  /** Resolves when the server has answered all that was sent so far. */
  answered(): Promise<void>
  /** Notifies the server that its host goes down: it ends what is under way, and closes. */
  shutDown(): void
  close(): void
}

export interface ConnectionListener {
  /** What the server sent. */
  received(bytes: Uint8Array): void
  /** Resolves once the client has taken enough of that for more; without it, it always has. */
  ready?(): Promise<void>
  /** The server is ready for the TLS handshake that was asked for. */
  startTls?(): void
  /** The server closed. */
  closed(): void
}

export interface Refusal {
  /** `refused`: nothing listens there. `unreachable`: no host has the address. `down`: it does not answer. */
  readonly refused: 'refused' | 'unreachable' | 'down'
}

/** The time of a machine, for a world that real programs take part in. */
export interface MachineTime extends Clock {
  wait(milliseconds: number): Promise<void>
}

/** A line to a real server, outside of the world. */
export interface OutsideLine {
  send(bytes: Uint8Array): void
  /** Begins a TLS handshake, as the server has allowed. */
  startTls(): void
  close(): void
}

/** What comes over such a line, at any time. */
export interface OutsideListener {
  received(bytes: Uint8Array): void
  secured(tls: Tls): void
  /** The server closed, or could not be reached. */
  closed(): void
}

export interface WorldPorts {
  readonly crypto: Crypto
  /** Dials a program of this machine; without it, hosts that forward refuse connections. */
  readonly dial?: (to: Loopback, listener: OutsideListener) => OutsideLine
  /** By default the clock starts at the time of the spec, and only the world moves it. */
  readonly time?: MachineTime
  /** How much of what happened is kept; all of it by default. */
  readonly keep?: LogLimits
}
