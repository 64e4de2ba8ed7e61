import { decodeXtext, isPrintable } from '../../../message/dsn/xtext.ts'
import { addressKey } from '../wire/paths.ts'
import type { Parameter } from './read.ts'
import { understand, type ParameterReaders, type Understood } from './understand.ts'

/** What MAIL carried beyond the sender. */
export interface MailParameters {
  /** Octets the client expects to send (RFC 1870 §6). */
  readonly size?: number
  /** RFC 6152 §2, RFC 3030 §3. */
  readonly body?: '7BIT' | '8BITMIME' | 'BINARYMIME'
  /** Whether addresses and header fields may hold UTF-8 (RFC 6531 §3.4). */
  readonly smtputf8: boolean
  /** How much of the message a failure report returns (RFC 3461 §4.3). */
  readonly ret?: 'FULL' | 'HDRS'
  /** The sender's own name for this envelope, decoded (RFC 3461 §4.4). */
  readonly envid?: string
  /** Who submitted the message at its first server, as written; `<>` if unknown (RFC 4954 §5). */
  readonly auth?: string
  /** Whether it may only travel over TLS (RFC 8689 §4.1). */
  readonly requireTls?: true
}

/** Octets in `ENVID=…` (RFC 3461 §4.4). */
const ENVID = 100

const readers: ParameterReaders<MailParameters> = {
  SIZE: {
    extension: 'SIZE',
    write: 'Write `SIZE=` and the number of octets, up to 20 digits',
    read: (value) => (/^\d{1,20}$/.test(value ?? '') ? { size: Number(value) } : undefined),
  },
  BODY: {
    extension: '8BITMIME',
    write: 'Write `BODY=7BIT` or `BODY=8BITMIME`, or `BODY=BINARYMIME` where EHLO lists that',
    read(value, offered) {
      const body = value?.toUpperCase()
      if (body === '7BIT' || body === '8BITMIME') return { body }
      return body === 'BINARYMIME' && offered.includes(body) ? { body } : undefined
    },
  },
  SMTPUTF8: {
    extension: 'SMTPUTF8',
    write: '`SMTPUTF8` stands alone, without a value',
    read: (value) => (value === undefined ? { smtputf8: true } : undefined),
  },
  RET: {
    extension: 'DSN',
    write: 'Write `RET=FULL` or `RET=HDRS`: how much of the message a failure report returns',
    read(value) {
      const ret = value?.toUpperCase()
      return ret === 'FULL' || ret === 'HDRS' ? { ret } : undefined
    },
  },
  ENVID: {
    extension: 'DSN',
    write: 'Write `ENVID=` and a name of your own, in printable ASCII, `+2B` for a plus sign',
    read(value = '') {
      const envid = value.length + 6 > ENVID ? undefined : decodeXtext(value)
      return envid && isPrintable(envid) ? { envid } : undefined
    },
  },
  AUTH: {
    extension: 'AUTH',
    write: 'Write `AUTH=<>`, or `AUTH=` and an address, `+2B` for a plus sign',
    read(value = '') {
      if (value === '<>') return { auth: value }
      const auth = decodeXtext(value)
      return auth !== undefined && addressKey(auth) !== undefined ? { auth } : undefined
    },
  },
  REQUIRETLS: {
    extension: 'REQUIRETLS',
    write: '`REQUIRETLS` stands alone, without a value',
    read: (value) => (value === undefined ? { requireTls: true } : undefined),
  },
}

const start: MailParameters = { smtputf8: false }

/** Understands the parameters of MAIL. @param offered Keywords from the reply to EHLO. */
export const readMailParameters = (
  given: readonly Parameter[],
  offered: readonly string[],
): Understood<MailParameters> => understand(readers, given, offered, start)
