import { MONTHS } from '../../core/text/months.ts'
import { formatDate } from '../../message/date.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const LONG_MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

const two = (value: number): string => String(value).padStart(2, '0')

/** The parts of a time in UTC, as `date` and `strftime` name them. */
const PARTS: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => String(date.getUTCFullYear()),
  y: (date) => two(date.getUTCFullYear() % 100),
  m: (date) => two(date.getUTCMonth() + 1),
  d: (date) => two(date.getUTCDate()),
  e: (date) => String(date.getUTCDate()).padStart(2),
  H: (date) => two(date.getUTCHours()),
  M: (date) => two(date.getUTCMinutes()),
  S: (date) => two(date.getUTCSeconds()),
  a: (date) => DAYS[date.getUTCDay()]!.slice(0, 3),
  A: (date) => DAYS[date.getUTCDay()]!,
  b: (date) => MONTHS[date.getUTCMonth()]!,
  B: (date) => LONG_MONTHS[date.getUTCMonth()]!,
  F: (date) => date.toISOString().slice(0, 10),
  T: (date) => date.toISOString().slice(11, 19),
  R: (date) => date.toISOString().slice(11, 16),
  s: (date) => String(Math.floor(date.getTime() / 1000)),
  N: (date) => String(date.getUTCMilliseconds() * 1_000_000).padStart(9, '0'),
  z: () => '+0000',
  Z: () => 'UTC',
  c: (date) => formatDate(date.getTime()),
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
}

/** A time in a format such as `%Y-%m-%d`; what is no part stays as it is. @param ms Since 1970. */
export function formatTime(format: string, ms: number): string {
  const date = new Date(ms)
  return format.replace(/%(.)/gsu, (whole, part: string) =>
    Object.hasOwn(PARTS, part) ? PARTS[part]!(date) : whole,
  )
}
