import { MONTHS, monthOf } from '../../../core/text/months.ts'
import { fail, match, type Read, type Reader } from './reader.ts'

/** A time and its zone. */
export interface DateTime {
  /** Milliseconds since 1970 in UTC. */
  readonly at: number
  /** Minutes east of Greenwich. */
  readonly zone: number
}

/** RFC 9051 §9: `date-time`, `"17-Jul-1996 02:44:25 -0700"`. */
export function dateTime(reader: Reader): Read<DateTime> {
  const from = reader.at
  const found = match(reader, /"[ \d]\d-[a-z]{3}-\d{4} \d\d:\d\d:\d\d [+-]\d{4}"/iy)
  if (found === undefined) return fail(reader, 'A date belongs here: "17-Jul-1996 02:44:25 -0700"')
  const date = dayOf(found.slice(1, 12))
  const [hour, minute, second] = found.slice(13, 21).split(':').map(Number)
  const zone = zoneOf(found.slice(22, 27))
  if (date === undefined || hour! > 23 || minute! > 59 || second! > 60 || zone === undefined)
    return fail(reader, 'There is no such day or hour', from)
  return { at: date + ((hour! * 60 + minute! - zone) * 60 + second!) * 1000, zone }
}

/** RFC 9051 §9: `date`, `1-Feb-1994`, quoted or not. @returns The day's start in UTC, in milliseconds. */
export function date(reader: Reader): Read<number> {
  const from = reader.at
  const found = match(reader, /"\d{1,2}-[a-z]{3}-\d{4}"|\d{1,2}-[a-z]{3}-\d{4}(?!\d)/iy)
  if (found === undefined) return fail(reader, 'A date belongs here, such as 1-Feb-1994')
  return dayOf(found.replaceAll('"', '')) ?? fail(reader, 'There is no such day', from)
}

function dayOf(written: string): number | undefined {
  const [day, name, year] = written.trim().split('-')
  const month = monthOf(name!)
  const at = new Date(0)
  at.setUTCFullYear(Number(year), month, Number(day))
  return month >= 0 && at.getUTCDate() === Number(day) ? at.getTime() : undefined
}

function zoneOf(written: string): number | undefined {
  const minutes = Number(written.slice(1, 3)) * 60 + Number(written.slice(3))
  if (Number(written.slice(3)) > 59 || minutes > 24 * 60) return undefined
  return written.startsWith('-') ? -minutes : minutes
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A time as INTERNALDATE has it. */
export function writeDateTime({ at, zone }: DateTime): string {
  const local = new Date(at + zone * 60_000)
  const day = String(local.getUTCDate()).padStart(2, ' ')
  const year = String(local.getUTCFullYear()).padStart(4, '0')
  const clock = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two)
  const minutes = Math.abs(zone)
  const offset = `${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
  return `"${day}-${MONTHS[local.getUTCMonth()]!}-${year} ${clock.join(':')} ${offset}"`
}
