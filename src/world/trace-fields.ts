import { textBefore } from '../core/bytes.ts'
import { onceForText } from '../core/once.ts'
import { formatDate } from '../message/date.ts'
import type { Envelope } from './stored-message.ts'

export interface Receipt {
  readonly envelope: Envelope
  /** The receiving host. */
  readonly by: string
  /** Such as `ESMTPS` (RFC 3848). */
  readonly protocol: string
  readonly id: string
  readonly at: number
  /** The zone of its clock: `+0200`; UTC by default. */
  readonly zone?: string | undefined
  /** Value of the Authentication-Results field, where the host judges. */
  readonly authenticationResults?: string
  /** Lines about the logo of its author, where the host looks for one. */
  readonly logo?: readonly string[]
  /** The address that is delivered or sent on, where another led to it (RFC 9228). */
  readonly deliveredTo?: string
  /** The address that led to it, as the envelope had it; a field of the servers, of no RFC. */
  readonly originalTo?: string
}

/**
 * The message as a host passes it on: with its trace fields on top (RFC 5321 §4.4). The final host
 * adds Return-Path and what it found (RFC 8601 §4.1 wants that above its own Received).
 */
export function withTraceFields(
  message: Uint8Array,
  receipt: Receipt,
  last: 'final' | 'relay',
): Uint8Array<ArrayBuffer> {
  const { envelope, authenticationResults, logo = [], deliveredTo, originalTo } = receipt
  const fields = [
    ...(last === 'final' ? [`Return-Path: <${envelope.from}>`] : []),
    ...(originalTo === undefined ? [] : [`X-Original-To: ${originalTo}`]),
    ...(deliveredTo === undefined ? [] : [`Delivered-To: ${deliveredTo}`]),
    ...(authenticationResults ? [results(authenticationResults).field] : []),
    ...(last === 'final' ? logo : []),
    received(receipt),
  ]
  return textBefore(`${fields.join('\r\n')}\r\n`, message)
}

/** A line for each method; what is quoted or in a comment stays as it is. */
const results = onceForText((value) => ({
  field: `Authentication-Results: ${value.replace(
    /"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)|; /g,
    (part) => (part === '; ' ? ';\r\n\t' : part),
  )}`,
}))

const received = ({ envelope, by, protocol, id, at, zone }: Receipt): string =>
  [
    `Received: from ${envelope.helo} (${addressLiteral(envelope.ip)})`,
    `by ${by} with ${protocol} id ${id};`,
    formatDate(at, zone),
  ].join('\r\n\t')

/** RFC 5321 §4.1.3 */
const addressLiteral = (ip: string): string => (ip.includes(':') ? `[IPv6:${ip}]` : `[${ip}]`)
