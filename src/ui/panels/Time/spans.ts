import { words } from '#words/time'

/** Milliseconds in each unit, the largest first. */
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** A span of time as one says it: its largest unit, rounded. @param milliseconds From 0 up. */
export function shortSpan(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000) * 1000
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? units[3]
  return words.span(Math.round(seconds / length), words.units[unit])
}

const days = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', dateStyle: 'medium' })

/** The time in a world, in UTC as its servers have it. */
export const worldClock = (at: number): { readonly day: string; readonly time: string } => ({
  day: days.format(at),
  time: `${timeOf(at)} UTC`,
})

const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 19)

/** A line of the log with its time; with its day too where that is not the day of the line before. */
export type Dated<Line> = Line & { readonly time: string; readonly newDay: string | undefined }

/** @param today The day that stands above the lines. */
export function byDay<Line extends { readonly at: number }>(
  lines: readonly Line[],
  today: string,
): Dated<Line>[] {
  let before = today
  return lines.map((line) => {
    const { day } = worldClock(line.at)
    const newDay = day === before ? undefined : day
    before = day
    return { ...line, time: timeOf(line.at), newDay }
  })
}
