import { decodeRecipient } from '../../../message/dsn/xtext.ts'
import type { Parameter } from './read.ts'
import { understand, type ParameterReaders, type Understood } from './understand.ts'

/** What RCPT carried beyond the recipient (RFC 3461 §4). */
export interface RcptParameters {
  /** When the sender gets a report; `NEVER` stands alone. */
  readonly notify?: readonly Notify[]
  /** The address that the sender first wrote. */
  readonly original?: OriginalRecipient
}

export type Notify = 'NEVER' | 'SUCCESS' | 'FAILURE' | 'DELAY'

export interface OriginalRecipient {
  /** Such as `rfc822`, or `utf-8` (RFC 6533 §3), as written. */
  readonly type: string
  /** Decoded. */
  readonly address: string
}

/** Octets in `ORCPT=…` (RFC 3461 §4.2). */
const ORCPT = 500

const readers: ParameterReaders<RcptParameters> = {
  NOTIFY: {
    extension: 'DSN',
    write: 'Write `NOTIFY=NEVER`, or some of `NOTIFY=SUCCESS,FAILURE,DELAY`',
    read(value = '') {
      const notify = value.toUpperCase().split(',')
      if (notify.length === 1 && notify[0] === 'NEVER') return { notify: ['NEVER'] }
      return notify.every(isOccasion) ? { notify: [...new Set(notify)] } : undefined
    },
  },
  ORCPT: {
    extension: 'DSN',
    write: 'Write `ORCPT=rfc822;` and the address that was first written, `+2B` for a plus sign',
    read(value = '') {
      const [, type, encoded] = /^([\w!#$%&'*/?^`{|}~.-]+);(.+)$/.exec(value) ?? []
      const address = type && encoded ? decodeRecipient(type, encoded) : undefined
      if (!type || !address || value.length + 6 > ORCPT) return undefined
      return { original: { type, address } }
    },
  },
}

const isOccasion = (word: string): word is 'SUCCESS' | 'FAILURE' | 'DELAY' =>
  ['SUCCESS', 'FAILURE', 'DELAY'].includes(word)

const start: RcptParameters = {}

/** Understands the parameters of RCPT. @param offered Keywords from the reply to EHLO. */
export const readRcptParameters = (
  given: readonly Parameter[],
  offered: readonly string[],
): Understood<RcptParameters> => understand(readers, given, offered, start)
