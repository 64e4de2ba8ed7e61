import type { Delivery } from '../../message/dsn/compose.ts'

/** What became of a message for one of its recipients, at one try. */
export type Outcome =
  | {
      readonly kind: 'sent'
      readonly connection: number
      readonly remote: string
      /** Whether the other side reports on by itself (RFC 3461 §5.2.2). */
      readonly reports: 'itself' | 'never'
    }
  | {
      readonly kind: 'refused'
      readonly connection: number
      readonly remote: string
      readonly code: number
      readonly enhanced?: string
      readonly text: string
    }
  | {
      readonly kind: 'unreachable'
      /** In a sentence. */
      readonly reason: string
      /** An enhanced status code; one that begins with 4 is worth another try. */
      readonly status: string
    }

/** Whether another try may come to something else. */
export const isForNow = (outcome: Outcome): boolean =>
  outcome.kind !== 'sent' && statusOf(outcome).startsWith('4')

/** An enhanced status code; 4.0.0 and 5.0.0 where the server named none (RFC 3461 §6.3). */
export function statusOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'sent':
      return '2.0.0'
    case 'unreachable':
      return outcome.status
    case 'refused': {
      const { code, enhanced } = outcome
      // The old code for too many recipients (RFC 5321 §4.5.3.1.10).
      const digit = code < 500 || code === 552 ? '4' : '5'
      return enhanced?.startsWith(digit) ? enhanced : `${digit}.0.0`
    }
  }
}

/** In a sentence or in the words of the server. */
export function reasonOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'sent':
      return `${outcome.remote} took it.`
    case 'unreachable':
      return outcome.reason
    case 'refused':
      return `${outcome.code} ${outcome.text}`
  }
}

/** What a notification reports of the server that replied, and its protocol. */
export function wordsOf(outcome: Outcome): Pick<Delivery, 'remoteMta' | 'diagnostic' | 'reason'> {
  switch (outcome.kind) {
    case 'sent':
      return { remoteMta: outcome.remote }
    case 'unreachable':
      return { reason: outcome.reason }
    case 'refused': {
      const { remote, code, enhanced, text } = outcome
      return { remoteMta: remote, diagnostic: [code, enhanced, text].filter(Boolean).join(' ') }
    }
  }
}
