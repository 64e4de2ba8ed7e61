import type { Consulted, Refusal } from '../../protocols/smtp/server/host.ts'
import type { Section } from '../special/special-address.ts'
import type { Internet } from '../internet.ts'
import type { Examined } from '../receiving/examine.ts'
import type { Incoming } from '../receiving/receiver.ts'
import type { FilterSpec, HostSpec } from '../spec.ts'

/** One policy of a host about mail that comes in. */
export interface Filter<Policy extends FilterSpec['policy'] = FilterSpec['policy']> {
  readonly policy: Policy
  /** What it is for, in a sentence. */
  readonly about: string
  /** When the sender is named, of strangers alone. */
  atMail?(at: AtMail, spec: SpecOf<Policy>): Decision | undefined
  /** When the message has come. */
  atEnd?(at: AtEnd, spec: SpecOf<Policy>): Decision | undefined
}

export type SpecOf<Policy extends FilterSpec['policy']> = Extract<
  FilterSpec,
  { readonly policy: Policy }
>

interface Place {
  readonly net: Internet
  readonly host: HostSpec
  readonly connection: number
}

export interface AtMail extends Place {
  readonly asked: Consulted
}

export interface AtEnd extends Place {
  readonly incoming: Incoming
  readonly examined: Examined | undefined
}

/** What a filter has against a message or a sender. */
export interface Decision {
  readonly action: 'refuse' | 'defer' | 'junk' | 'note'
  /** The address, client or domain that it is about. */
  readonly subject: string
  /** In a sentence. */
  readonly reason: string
  readonly source?: Section
  /** The line of the host’s settings that it follows: `spf_fail = refuse`. */
  readonly line?: string
  /** Where the message is refused or put off; 550 5.7.1 and 451 4.7.1 by default. */
  readonly enhanced?: string
}

/** The same as the log has it. */
export const ACTED = {
  refuse: 'refused',
  defer: 'deferred',
  junk: 'junk',
  note: 'noted',
} as const satisfies Record<Decision['action'], string>

/** The reply that a decision stands for. */
export const replyOf = ({ action, reason, enhanced }: Decision): Refusal =>
  action === 'defer'
    ? { code: 451, enhanced: enhanced ?? '4.7.1', text: withoutDot(reason) }
    : { code: 550, enhanced: enhanced ?? '5.7.1', text: withoutDot(reason) }

/** A reply is no sentence, and has no marks for code. */
const withoutDot = (text: string): string =>
  text
    .replace(/\.$/, '')
    .replace(/`/g, '')
    .replace(/[^\x20-\x7e]/g, (one) => (one === '’' ? "'" : '?'))
