import { MONTHS, monthOf } from '../core/text/months.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * A date as messages write it (RFC 5322 §3.3): `Fri, 11 Jul 2003 21:00:37 +0000`.
 * @param ms Milliseconds since 1970.
 * @param zone By how much the clock that is read is ahead of UTC: `+0200`; that of UTC by default.
 */
export function formatDate(ms: number, zone = '+0000'): string {
  const second = Math.floor(ms / 1000)
  if (second !== last.second || zone !== last.zone)
    last = { second, zone, text: dateText(second * 1000, zone) }
  return last.text
}

/** Many dates of one second are written by a server with much mail. */
let last = { second: NaN, zone: '', text: '' }

function dateText(ms: number, zone: string): string {
  const date = new Date(ms + minutesOf(zone) * 60_000)
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]}`
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  return `${day} ${year} ${time} ${zone}`
}

const DATE =
  /^(?:[a-z]{3,9}\s*,\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{2,4})\s+(\d{1,2})\s*:\s*(\d{2})(?:\s*:\s*(\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?$/i

/** Zone names of old messages, in minutes (RFC 5322 §4.3); others count as UTC. */
const ZONES: Readonly<Record<string, number>> = {
  EDT: -240,
  EST: -300,
  CDT: -300,
  CST: -360,
  MDT: -360,
  MST: -420,
  PDT: -420,
  PST: -480,
}

const matchDate = (text: string): RegExpExecArray | null =>
  DATE.exec(withoutComments(text).replace(/\s+/g, ' ').trim())

/** @returns Milliseconds since 1970, or `undefined` if it is no date. Never throws. */
export function parseDate(text: string): number | undefined {
  const found = matchDate(text)
  if (!found) return undefined
  const [, day, name = '', year = '', hour, minute, second = '0', zone = ''] = found
  const month = monthOf(name)
  const [d, h, m, s] = [Number(day), Number(hour), Number(minute), Number(second)]
  if (month < 0 || d < 1 || h > 23 || m > 59 || s > 60) return undefined
  const utc = Date.UTC(fullYear(year), month, d, h, m, s)
  return new Date(utc).getUTCDate() === d || s === 60 ? utc - minutesOf(zone) * 60_000 : undefined
}

/**
 * The day of the week that a date falls on, in the zone it is written in (RFC 5322 §3.3): `Fri`.
 * @returns `undefined` if it is no date.
 */
export function weekdayOf(text: string): string | undefined {
  const found = matchDate(text)
  if (!found || parseDate(text) === undefined) return undefined
  const [, day, month = '', year = ''] = found
  return DAYS[new Date(Date.UTC(fullYear(year), monthOf(month), Number(day))).getUTCDay()]
}

/** Comments stand in parentheses; those of dates do not nest in practice. */
const withoutComments = (text: string): string => text.slice(0, 200).replace(/\([^()]*\)/g, ' ')

/** Years of two or three digits are those of old messages (RFC 5322 §4.3). */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function minutesOf(zone: string): number {
  const found = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  if (!found) return ZONES[zone.toUpperCase()] ?? 0
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return found[1] === '-' ? -minutes : minutes
}
