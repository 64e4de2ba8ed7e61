import type { Authentication } from '../../auth/authenticate.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import type { DnsQuestion } from '../../core/effects.ts'
import type { Place } from '../../core/span.ts'
import type { Section } from '../../core/section.ts'
import type { Tone } from '../../core/tone.ts'

/** The way of one message as a sequence diagram: plain data, in the order of simulated time. */
export interface DeliveryDiagram {
  readonly key: string
  readonly title: string
  /** From left to right. */
  readonly lanes: readonly DeliveryLane[]
  readonly rows: readonly DeliveryRow[]
  readonly end: DeliveryEnd
}

export interface DeliveryLane {
  /** The host's name, `dns`, or the address of a mailbox. */
  readonly id: string
  readonly kind: 'host' | 'dns' | 'mailbox'
  /** `Sender`, `DNS`, `Mailbox`. */
  readonly title: string
  /** The host's name, or a few words. */
  readonly host: string
}

export interface DeliveryRow {
  readonly kind: RowKind
  /** The lane at which an arrow begins, or on which the row stands. */
  readonly from: string
  /** The lane at which an arrow ends; absent where nothing goes anywhere. */
  readonly to?: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** What stands at the arrow. */
  readonly label: string
  /** The same as a sentence; backticks mark code. */
  readonly sentence: string
  readonly tone: Tone
  /** What stands there before one has stepped so far, where the label would give the outcome away. */
  readonly ahead?: string
  readonly verdict?: RowVerdict
  /** Which check a question was asked for; `route`: to find the way. */
  readonly asksFor?: CheckName | 'route'
  /** The lanes that saw this. */
  readonly seenBy: readonly string[]
  /** Whether those between two hosts could not read it: of what went over a line between hosts. */
  readonly isSealed?: boolean
  readonly detail: RowDetail
  /** The number of its event in the log. */
  readonly number?: number
}

export type RowKind =
  'question' | 'connect' | 'command' | 'message' | 'reply' | 'verdict' | 'stored' | 'note'

/** `HELO` is SPF, asked about the name in HELO or EHLO. */
export type CheckName = 'SPF' | 'HELO' | 'DKIM' | 'DMARC'

export interface RowVerdict {
  readonly check: CheckName
  readonly result: string
}

/** What a row shows when it is chosen. */
export interface RowDetail {
  /** As they went over the line. */
  readonly sent?: Uint8Array
  readonly received?: Uint8Array
  readonly question?: DnsQuestion
  readonly answer?: DnsAnswer
  readonly authentication?: Authentication
  /** Why; backticks mark code. */
  readonly reason?: string
  readonly source?: Section
  /** The record that the decision rests on. */
  readonly place?: Place
}

/** Where a message ended, or where it is. */
export interface DeliveryEnd {
  readonly kind: EndKind
  /** One or two words: `Junk`. */
  readonly word: string
  readonly glyph: string
  readonly tone: Tone
  /** A sentence; backticks mark code. */
  readonly text: string
}

export type EndKind =
  | 'inbox'
  | 'junk'
  | 'rejected'
  | 'deferred'
  | 'bounced'
  | 'undeliverable'
  | 'abandoned'
  | 'under-way'

/** The lane of the DNS. */
export const DNS_LANE = 'dns'
