import { quote } from '../results/value.ts'
import type { SpfVerdict } from './verdict.ts'

/** What was checked, and by whom. */
export interface ReceivedSpf {
  readonly verdict: Pick<SpfVerdict, 'result' | 'identity' | 'domain' | 'decidedBy' | 'reason'>
  /** The client's address. */
  readonly ip: string
  readonly helo: string
  /** The reverse-path without angle brackets; empty for the null sender. */
  readonly mailFrom: string
  /** The host that checked. */
  readonly receiver: string
}

/** Characters that are kept of a client's text: a path has 256 at most (RFC 5321 §4.5.3.1.3). */
const MAX_VALUE = 256

/**
 * The value of a Received-SPF field (RFC 7208 §9.1), on one line. The client's text cannot end a
 * value or the field.
 */
export function writeReceivedSpf({ verdict, ip, helo, mailFrom, receiver }: ReceivedSpf): string {
  const { result, identity, decidedBy } = verdict
  const isError = result === 'permerror' || result === 'temperror'
  const pairs: readonly (readonly [string, string])[] = [
    ['client-ip', ip],
    ['envelope-from', mailFrom],
    ['helo', helo],
    ['receiver', receiver],
    ['identity', identity],
    ...(isError
      ? [['problem', verdict.reason.replaceAll('`', '')] as const]
      : [['mechanism', decidedBy?.text ?? 'default'] as const]),
  ]
  const list = pairs.map(([key, text]) => `${key}=${writePairValue(text)}`).join('; ')
  return `${result} (${comment(`${receiver}: ${sentence(verdict, ip)}`)}) ${list}`
}

function sentence({ result, domain }: ReceivedSpf['verdict'], ip: string): string {
  const name = domain === '' ? 'the sender' : `domain of ${domain}`
  switch (result) {
    case 'pass':
      return `${name} designates ${ip} as permitted sender`
    case 'fail':
    case 'softfail':
      return `${name} does not designate ${ip} as permitted sender`
    case 'neutral':
      return `${name} says nothing of ${ip}`
    case 'none':
      return `${name} publishes no SPF record`
    default:
      return `SPF of ${name} could not be evaluated`
  }
}

const DOT_ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

/** A dot-atom as it is, anything else quoted. */
function writePairValue(text: string): string {
  const kept = text.slice(0, MAX_VALUE)
  return DOT_ATOM.test(kept) ? kept : quote(kept)
}

const comment = (text: string): string =>
  [...text.slice(0, 2 * MAX_VALUE)]
    .filter((character) => character >= ' ' && character !== '\x7f')
    .join('')
    .replace(/[()\\]/g, '\\$&')
