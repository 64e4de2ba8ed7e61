import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { span, type Span } from '../../core/span.ts'
import { domainOf } from '../../core/domain.ts'
import { scramHmac } from '../../protocols/sasl/scram-keys.ts'

/**
 * The Sender Rewriting Scheme: a forwarder puts its own domain into the reverse-path, and the former one
 * into the local part, so that a bounce finds its way back. No RFC describes it; this follows the common
 * form `SRS0=hash=time=domain=local@forwarder`, and `SRS1=hash=first-forwarder==…@forwarder` for a sender
 * that was rewritten before.
 */

/** Signs what one host rewrites: no other host can make an address that it would send back. */
export interface SrsKey {
  readonly secret: string
  /** Of the forwarder: what stands behind the `@`. */
  readonly domain: string
}

/** A local part, taken apart. Spans count in the local part. */
export interface SrsAddress {
  readonly kind: 'SRS0' | 'SRS1'
  /** Four characters of a keyed hash. */
  readonly hash: Part
  /** Two characters: the day, modulo 1024. Only of SRS0: the first forwarder has it. */
  readonly time?: Part
  /** SRS0: the domain of the sender. SRS1: of the first forwarder. */
  readonly domain: Part
  /** SRS0: the local part of the sender. SRS1: what stood behind `SRS0` at the first forwarder. */
  readonly local: Part
}

export interface Part {
  readonly text: string
  readonly span: Span
}

export type SrsProblemKind = 'format' | 'hash' | 'expired'

export type SrsReading =
  | { readonly ok: true; readonly address: string }
  | {
      readonly ok: false
      readonly kind: SrsProblemKind
      /** In the local part. */
      readonly span: Span
      readonly message: string
    }

const HASH_LENGTH = 4
/** Days that a rewritten address is good for: as long as common implementations have it. */
export const SRS_LIFETIME = 49
const DAYS = 1024
const DAY = 24 * 60 * 60_000
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Whether a local part looks like one that was rewritten. */
export const isSrs = (localPart: string): boolean => /^SRS[01][-+=]/i.test(localPart)

/** The reverse-path as a forwarder sends it on. The null reverse-path stays null. @param now Milliseconds. */
export function rewriteSender(from: string, key: SrsKey, now: number): string {
  if (from === '') return ''
  const at = from.lastIndexOf('@')
  const [local, domain] = [from.slice(0, at), domainOf(from)]
  if (/^SRS1[-+=]/i.test(local)) {
    const read = parseSrs(local)
    if (!('message' in read)) return srs1(read.domain.text, read.local.text, key)
  }
  if (/^SRS0[-+=]/i.test(local)) return srs1(domain, local.slice('SRS0'.length), key)
  const day = Math.floor(now / DAY) % DAYS
  const time = `${BASE32[day >> 5]!}${BASE32[day & 31]!}`
  return `SRS0=${hashOf(key, time, domain, local)}=${time}=${domain}=${local}@${key.domain}`
}

const srs1 = (first: string, rest: string, key: SrsKey): string =>
  `SRS1=${hashOf(key, first, rest)}=${first}=${rest}@${key.domain}`

/** Where a bounce to a rewritten address goes. Never throws. @param now Milliseconds. */
export function readSrs(
  localPart: string,
  { secret }: Pick<SrsKey, 'secret'>,
  now: number,
): SrsReading {
  const read = parseSrs(localPart)
  if ('message' in read) return { ok: false, kind: 'format', ...read }
  const { hash, time, domain, local } = read
  const signed = [...(time ? [time.text] : []), domain.text, local.text]
  if (hash.text.toLowerCase() !== hashOf({ secret }, ...signed).toLowerCase())
    return {
      ...{ ok: false, kind: 'hash', span: hash.span },
      message: 'The hash does not fit: this host did not write the address.',
    }
  if (time && ageOf(time.text, now) > SRS_LIFETIME)
    return {
      ...{ ok: false, kind: 'expired', span: time.span },
      message: `The address was good for ${SRS_LIFETIME} days, which are over.`,
    }
  return {
    ok: true,
    address: time ? `${local.text}@${domain.text}` : `SRS0${local.text}@${domain.text}`,
  }
}

/** Takes a local part apart. @returns Where it stops being one. */
export function parseSrs(
  localPart: string,
): SrsAddress | { readonly span: Span; readonly message: string } {
  const kind = /^SRS([01])[-+=]/i.exec(localPart)?.[1]
  if (kind === undefined)
    return {
      span: span(0, localPart.length),
      message: 'It begins neither with `SRS0=` nor `SRS1=`.',
    }
  const hash = partAt(localPart, 'SRS0='.length)
  const time = kind === '0' ? partAt(localPart, hash.span.to + 1) : undefined
  const domain = partAt(localPart, (time ?? hash).span.to + 1)
  const local = restAt(localPart, domain.span.to + 1)
  const empty = [hash, ...(time ? [time] : []), domain, local].find(({ text }) => text === '')
  if (empty)
    return { span: empty.span, message: 'A part is missing: hash, time, domain and local part.' }
  if (time && !/^[A-Z2-7]{2}$/i.test(time.text))
    return { span: time.span, message: 'A time is two letters or digits from 2 to 7.' }
  return { kind: kind === '0' ? 'SRS0' : 'SRS1', hash, ...(time && { time }), domain, local }
}

function partAt(text: string, from: number): Part {
  const start = Math.min(from, text.length)
  const end = text.indexOf('=', start)
  const to = end < 0 ? text.length : end
  return { text: text.slice(start, to), span: span(start, to) }
}

function restAt(text: string, from: number): Part {
  const start = Math.min(from, text.length)
  return { text: text.slice(start), span: span(start, text.length) }
}

/** Days since a time that is known modulo 1024. */
function ageOf(time: string, now: number): number {
  const [high = 0, low = 0] = [...time.toUpperCase()].map((digit) => BASE32.indexOf(digit))
  const today = Math.floor(now / DAY) % DAYS
  return (today - (high * 32 + low) + DAYS) % DAYS
}

/** Without case: some hosts on the way write a local part in lowercase. */
const hashOf = ({ secret }: Pick<SrsKey, 'secret'>, ...parts: readonly string[]): string =>
  encodeBase64(scramHmac('SHA-1', utf8(secret), parts.join('\n').toLowerCase())).slice(
    0,
    HASH_LENGTH,
  )
