import type { ZoneText } from '../dns/zone/zone-text.ts'

/** What a bridge reports to a page: what is open, who can log in, what to try. JSON values only. */
export interface BridgeFacts {
  readonly ports: readonly OpenPort[]
  readonly accounts: readonly Account[]
  readonly tries: readonly Try[]
  /** Whom real programs are taken for. */
  readonly caller: { readonly name: string; readonly address: string }
  /** Hosts that stand for a real server of this machine, and where that listens. */
  readonly forwards?: readonly { readonly host: string; readonly to: string }[]
  readonly zones: readonly ZoneText[]
}

/** A service of the simulated Internet, and where it is to be had. */
export interface OpenPort {
  /** As the port registry names it. */
  readonly service: string
  /** The simulated host; the DNS and the playground have none. */
  readonly host?: string
  /** Its port there. */
  readonly stands: number
  /** The port on this machine. */
  readonly port: number
  readonly transport: 'plain' | 'implicit'
  /** The port that it asked for, where another program has taken it. */
  readonly busy?: number
}

/** A mailbox whose owner can log in. */
export interface Account {
  readonly address: string
  readonly password: string
}

/** Something to do with a real program: a line for the terminal, or settings to enter. */
export interface Try {
  /** The service that it speaks with. */
  readonly service: string
  readonly what: string
  readonly kind: 'line' | 'settings'
  readonly text: string
}
