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

/** The time in a world, in UTC as its servers have it. */
export const worldClock = (at: number): { readonly day: string; readonly time: string } => {
  const date = new Date(at)
  return {
    day: new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(
      date,
    ),
    time: `${date.toISOString().slice(11, 19)} UTC`,
  }
}
