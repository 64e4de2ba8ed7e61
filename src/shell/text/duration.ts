/** Milliseconds in each unit. */
const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** The longest nap; mail is given up long before. */
const LONGEST = 30 * 86_400_000

/** Reads `30`, `30s`, `30m`, `4h` or `30d`. @returns Milliseconds; undefined where it is none, or too long. */
export function readDuration(text: string): number | undefined {
  const [, digits, unit = 's'] = /^(\d{1,9})([smhd])?$/.exec(text) ?? []
  const time = digits === undefined ? undefined : Number(digits) * UNITS[unit]!
  return time === undefined || time > LONGEST ? undefined : time
}
