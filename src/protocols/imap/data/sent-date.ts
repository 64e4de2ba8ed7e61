import { monthOf } from '../../../core/text/months.ts'
import { valueOf, type Field } from './fields.ts'

/** The `Date` field of a message. */
export interface SentDate {
  /** Milliseconds since 1970: the time, its zone taken into account (RFC 5256 §2.2). */
  readonly at: number
  /** Days since 1 January 1970, as written: neither time nor zone counts (RFC 9051 §6.4.4). */
  readonly day: number
}

const DAY = 86_400_000
const DATE = /^(?:[a-z]{3,9}\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})(?!\d)/i
const TIME = /^\s+(\d{1,2})\s*:\s*(\d{1,2})(?:\s*:\s*(\d{1,2}))?(?![\d:])/
const OFFSET = /^\s*([+-])(\d{2})(\d{2})(?!\d)/
const NAME = /^\s*([a-z]{1,5})\b/i

/** Zone names of old mails, in hours (RFC 5322 §4.3); others count as UTC. */
const zones: Readonly<Record<string, number>> = {
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
}

/** How much of a field is looked at; a date is short. */
const LONGEST = 200

/** @returns `undefined` where there is no such field, or no day in it. Never throws. */
export function sentDateOf(fields: readonly Field[]): SentDate | undefined {
  const value = valueOf(fields, 'date')
  return value === undefined ? undefined : parseSentDate(value)
}

/** An invalid time counts as 00:00:00, an invalid zone as UTC (RFC 5256 §2.2). */
export function parseSentDate(value: string): SentDate | undefined {
  const text = value
    .slice(0, LONGEST)
    .replace(/\([^()]*\)/g, ' ')
    .trim()
  const found = DATE.exec(text)
  const day = found ? dayNumber(Number(found[1]), found[2]!, found[3]!) : undefined
  if (!found || day === undefined) return undefined
  const rest = text.slice(found[0].length)
  const time = TIME.exec(rest)
  const clock = time ? secondsOf(time) : undefined
  const zone = time ? zoneSeconds(rest.slice(time[0].length)) : 0
  return { at: day * DAY + ((clock ?? 0) - zone) * 1000, day }
}

function dayNumber(day: number, name: string, year: string): number | undefined {
  const month = monthOf(name)
  if (month < 0) return undefined
  const date = new Date(0)
  date.setUTCFullYear(fullYear(year), month, day)
  return date.getUTCDate() === day ? date.getTime() / DAY : undefined
}

/** Years of two or three digits are those of old mails (RFC 5322 §4.3). */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function secondsOf([, hour, minute, second = '0']: RegExpExecArray): number | undefined {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)]
  return h > 23 || m > 59 || s > 60 ? undefined : (h * 60 + m) * 60 + s
}

function zoneSeconds(text: string): number {
  const offset = OFFSET.exec(text)
  if (!offset) return (zones[NAME.exec(text)?.[1]?.toUpperCase() ?? ''] ?? 0) * 3600
  const minutes = Number(offset[3])
  if (minutes > 59) return 0
  return (Number(offset[2]) * 60 + minutes) * (offset[1] === '-' ? -60 : 60)
}
