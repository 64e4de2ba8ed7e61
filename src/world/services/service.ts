import type { Tls } from '../../core/tls.ts'
import type { StreamEffect } from '../../protocols/shared/turn.ts'
import type { EventBody } from '../events/index.ts'
import type { Internet, WorldNotice } from '../internet.ts'
import type { HostSpec } from '../spec.ts'
import type { Numbering } from './numbering.ts'

/** A protocol that a host may offer: where it listens, and how it serves a connection. */
export interface Service {
  /** As the port registry names it. */
  readonly name: string
  readonly port: number
  /** `implicit`: TLS begins before the first word (RFC 8314 §3). `plain`: at most on request. */
  readonly transport: 'plain' | 'implicit'
  /** Whether its sessions want to know that mail changed while they are open. */
  readonly followsMail?: true
  /** @returns `undefined` where the host does not offer it. */
  offeredBy(host: HostSpec): OpenService | undefined
}

/** Opens a session for a client that has just connected; later where its code is still to come. */
export type OpenService = (net: Internet, at: Served) => Opened | Promise<Opened>

export interface Served {
  readonly host: HostSpec
  readonly connection: number
  readonly peer: ServedPeer
}

export interface ServedPeer {
  readonly address: string
  readonly name: string
  readonly tls?: Tls
  /** Not to be guessed by the client: for challenges. */
  readonly nonce: string
}

export interface Opened {
  readonly effects: readonly ServiceEffect[]
  handle(input: ServiceInput): readonly ServiceEffect[]
  /** Reads on where it paused. @returns `undefined` where it has read everything. */
  resume(): readonly ServiceEffect[] | undefined
  /** What its client calls the messages of a mailbox, where it has one open. */
  readonly numbering?: Numbering | undefined
}

export type ServiceInput =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | WorldNotice
  | { readonly type: 'secured'; readonly tls: Tls }
  /** The host goes down: what is under way may end, nothing new begins. */
  | { readonly type: 'shutDown' }
  /** The client hung up. */
  | { readonly type: 'closed' }

/** What is to be done for a session, in order. */
export type ServiceEffect =
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  | StreamEffect
  | { readonly type: 'note'; readonly event: EventBody }
  /** The next octets of both sides are a TLS handshake. */
  | { readonly type: 'startTls' }
  /** Time to let go by before what follows. */
  | { readonly type: 'wait'; readonly milliseconds: number }
  /** Work for which the session waits; the effects that it comes to are done before anything else. */
  | { readonly type: 'work'; run(): Promise<readonly ServiceEffect[]> }
  | { readonly type: 'close' }
