import type { ClientJob } from './session.ts'
import { encodeRecipient, encodeXtext } from '../../../message/dsn/xtext.ts'
import { isAscii } from '../wire/paths.ts'
import type { Reply } from '../wire/reply.ts'

/** What an answer to EHLO lists. */
export type Offered = ReadonlyMap<string, string>

/**
 * Keywords of the answer to EHLO in upper case, with what stands behind each; the first line is the
 * greeting (RFC 5321 §4.1.1.1).
 */
export const readExtensions = (ehlo: Reply | undefined): Offered =>
  new Map(
    (ehlo?.lines ?? []).slice(1).map((line) => {
      const [keyword = '', ...values] = line.trim().split(/\s+/)
      return [keyword.toUpperCase(), values.join(' ')]
    }),
  )

/** The MAIL command with the parameters that the server offers and the message calls for. */
export function mailLine(job: ClientJob, extensions: Offered): string {
  const { report } = job
  const parameters = [
    ...(extensions.has('SIZE') ? [`SIZE=${job.message.length}`] : []),
    ...bodyParameter(job, extensions),
    ...(needsUtf8(job) ? ['SMTPUTF8'] : []),
    ...(extensions.has('DSN') && report?.ret ? [`RET=${report.ret}`] : []),
    ...(extensions.has('DSN') && report?.envid ? [`ENVID=${encodeXtext(report.envid)}`] : []),
    ...(job.requireTls && extensions.has('REQUIRETLS') ? ['REQUIRETLS'] : []),
    ...(job.parameters ?? []),
  ]
  return [`MAIL FROM:<${job.from}>`, ...parameters].join(' ')
}

function bodyParameter({ body, message }: ClientJob, extensions: Offered): string[] {
  if (body) return [`BODY=${body}`]
  return extensions.has('8BITMIME') && isEightBit(message) ? ['BODY=8BITMIME'] : []
}

/** The RCPT command; what to report goes along where the server offers DSN (RFC 3461 §4). */
export function rcptLine(job: ClientJob, recipient: string, extensions: Offered): string {
  const line = `RCPT TO:<${recipient}>`
  const wanted = job.recipients?.[job.to.indexOf(recipient)]
  if (!wanted || !extensions.has('DSN')) return line
  const { notify, original } = wanted
  return [
    line,
    ...(notify?.length ? [`NOTIFY=${notify.join(',')}`] : []),
    ...(original
      ? [`ORCPT=${original.type};${encodeRecipient(original.type, original.address)}`]
      : []),
  ].join(' ')
}

/** Why a job cannot be done. */
export interface Missing {
  /** In a sentence without its full stop. */
  readonly reason: string
  /** An enhanced status code. */
  readonly status: string
}

/** @returns What the job needs and this server does not offer; `undefined` if it can be done. */
export function missingFor(job: ClientJob, extensions: Offered): Missing | undefined {
  if (![job.from, ...(job.parameters ?? [])].every(writable))
    return { reason: 'The sender or a parameter cannot stand in a command', status: '5.1.7' }
  // RFC 8689 §4.2.1; §5: a bounce is not lost for that.
  if (job.requireTls && job.from !== '' && !extensions.has('REQUIRETLS'))
    return missing('REQUIRETLS, which the message asks for', '5.7.30')
  // RFC 6531 §3.2, RFC 6152 §3: without the extension the message must not be sent as it is.
  if (needsUtf8(job) && !extensions.has('SMTPUTF8'))
    return missing('SMTPUTF8, which characters beyond ASCII need', '5.6.7')
  // RFC 3030 §3: no client may send binary data to a server that does not offer both.
  if (job.body && !(extensions.has('BINARYMIME') && extensions.has('CHUNKING')))
    return missing('BINARYMIME and CHUNKING, which the message needs', '5.6.3')
  if (!job.body && isEightBit(job.message) && !extensions.has('8BITMIME'))
    return missing('8BITMIME, which the message needs', '5.6.3')
  return undefined
}

const missing = (what: string, status: string): Missing => ({
  reason: `The server does not offer ${what}`,
  status,
})

/** Whether it fits into one command: nothing in it ends the line. */
export const writable = (text: string): boolean => !/\p{Cc}/u.test(text)

/** Addresses or header fields beyond ASCII (RFC 6531 §3.4, RFC 6532). */
const needsUtf8 = ({ from, to, message }: ClientJob): boolean =>
  ![from, ...to].every(isAscii) || isEightBit(message.subarray(0, headerEnd(message)))

const isEightBit = (octets: Uint8Array): boolean => octets.some((octet) => octet > 127)

const LF = 10
const CR = 13

/** Where the empty line begins that parts header and body. */
function headerEnd(message: Uint8Array): number {
  for (let at = message.indexOf(LF); at >= 0; at = message.indexOf(LF, at + 1))
    if (message[at + 1] === CR && message[at + 2] === LF) return at
  return message.length
}
