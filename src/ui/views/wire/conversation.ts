import { words } from '#words/conversation'
import { fromLatin1 } from '../../../core/bytes.ts'
import type { WorldEvent } from '../../../lab/types.ts'
import type { LineRole, Listener, Side } from './line-reading.ts'
import { listenerFor } from './listener.ts'
import { readable } from './readable.ts'

/** What went over one connection, line by line. */
export type WireRow = WireLine | WireMark

export interface WireLine {
  readonly kind: 'line'
  readonly from: Side
  /** Control characters as escapes. */
  readonly text: string
  /** How the line ends; `none` where announced octets end within it. */
  readonly end: 'crlf' | 'lf' | 'none'
  /** With its end. */
  readonly octets: number
  /** Under TLS no one between the two can read it. */
  readonly sealed: boolean
  readonly role: LineRole
  /** What it stands for: base64 decoded, a stuffed dot taken off. */
  readonly note: string | undefined
}

export interface WireMark {
  readonly kind: 'mark'
  readonly text: string
}

/** How far a connection was read in the log, and what came of it. */
interface Reading {
  readonly rows: WireRow[]
  /** What has no end yet. */
  readonly kept: Record<Side, string>
  port: number
  listener: Listener
  next: number
}

const readings = new WeakMap<readonly WorldEvent[], Map<number, Reading>>()

/**
 * Reads the events of one connection as its lines. A log only grows, and each event of it is read
 * once: a long session is not read anew with every frame. Never throws.
 */
export function wireRows(log: readonly WorldEvent[], connection: number): readonly WireRow[] {
  const reading = readingOf(log, connection)
  for (; reading.next < log.length; reading.next++) {
    const event = log[reading.next]!
    if ('connection' in event && event.connection === connection) take(reading, event)
  }
  return reading.rows.slice()
}

function readingOf(log: readonly WorldEvent[], connection: number): Reading {
  const ofLog = readings.get(log) ?? new Map<number, Reading>()
  readings.set(log, ofLog)
  const reading = ofLog.get(connection) ?? {
    rows: [],
    kept: { client: '', server: '' },
    port: 0,
    listener: listenerFor(0),
    next: 0,
  }
  ofLog.set(connection, reading)
  return reading
}

function take(reading: Reading, event: WorldEvent): void {
  const { rows, kept } = reading
  if (event.type === 'wire') {
    const text = kept[event.from] + fromLatin1(event.bytes)
    kept[event.from] = takeLines(rows, reading.listener, event.from, text, event.tls !== undefined)
    return
  }
  if (event.type === 'opened') reading.port = event.port
  if (event.type === 'opened' || event.type === 'secured')
    reading.listener = listenerFor(reading.port)
  const text = markOf(event)
  if (text !== undefined) rows.push({ kind: 'mark', text })
  // An unfinished line from before TLS is discarded (RFC 3207 §4.2).
  if (event.type === 'secured') kept.client = kept.server = ''
}

/** @returns What has no end yet. */
function takeLines(
  rows: WireRow[],
  listener: Listener,
  from: Side,
  text: string,
  sealed: boolean,
): string {
  let at = 0
  for (;;) {
    const newline = text.indexOf('\n', at)
    const remaining = listener.remaining(from)
    const wanted = newline < 0 ? Infinity : newline + 1
    const end = remaining > 0 ? Math.min(at + remaining, wanted) : wanted
    if (end > text.length || end === at) return text.slice(at)
    rows.push(lineOf(listener, from, text.slice(at, end), sealed))
    at = end
  }
}

function lineOf(listener: Listener, from: Side, raw: string, sealed: boolean): WireLine {
  const end = raw.endsWith('\r\n') ? 'crlf' : raw.endsWith('\n') ? 'lf' : 'none'
  const text = end === 'none' ? raw : raw.slice(0, end === 'crlf' ? -2 : -1)
  const { role, note } = listener.read(from, text, raw.length)
  const shown = readable(text)
  return { kind: 'line', from, text: shown, end, octets: raw.length, sealed, role, note }
}

function markOf(event: WorldEvent): string | undefined {
  switch (event.type) {
    case 'opened':
      return words.connects(
        `${event.from} [${event.fromAddress}]`,
        `${event.to} [${event.toAddress}]`,
        event.port,
      )
    case 'secured':
      return words.secured(event.tls.version, event.tls.cipher)
    case 'closed':
      return words.closed
    default:
      return undefined
  }
}
