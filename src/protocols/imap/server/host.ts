import type { Tls } from '../../../core/tls.ts'
import type { Account } from '../../sasl/account.ts'

/** A server as data: its name, its policies and its accounts. */
export interface ImapHost {
  /** Its official name, part of the greeting. */
  readonly name: string
  /** Gives the wordings of its replies. */
  readonly personality: 'teaching' | 'dovecot'
  readonly accounts: readonly Account[]
  /** Whether the server offers STARTTLS. */
  readonly startTls: 'offered' | 'absent'
  /** Whether a password may cross an unprotected line; if not, LOGINDISABLED is announced (RFC 9051 §6.2.3). */
  readonly plaintextLogin: 'refused' | 'allowed'
  /** Which kind of non-synchronizing literals it takes (RFC 7888 §5). */
  readonly literals: 'LITERAL+' | 'LITERAL-'
  /** Octets in a message that APPEND brings. */
  readonly maxMessage: number
  /** `settable`: users change their own limits with SETQUOTA (RFC 9208 §4.1.3). */
  readonly quotas: 'fixed' | 'settable'
}

/** The client's side of the connection. */
export interface Peer {
  readonly address: string
  readonly name?: string
  /** On a port where TLS comes first (RFC 8314 §3.2). */
  readonly tls?: Tls
  /** From the world's randomness: what challenges are made of. */
  readonly nonce: string
}

/** The defaults of a host. */
export const hostDefaults = {
  personality: 'teaching',
  accounts: [],
  startTls: 'offered',
  plaintextLogin: 'refused',
  literals: 'LITERAL+',
  maxMessage: 10_240_000,
  quotas: 'fixed',
} as const satisfies Omit<ImapHost, 'name'>
