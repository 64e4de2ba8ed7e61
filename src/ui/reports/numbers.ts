import { words } from '#words/reports-read'

const grouped = new Intl.NumberFormat(words.locale)
const day = new Intl.DateTimeFormat(words.locale, {
  ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
})
const dayOfYear = new Intl.DateTimeFormat(words.locale, {
  ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
})

/** `12,345` */
export const inDigits = (count: number): string => grouped.format(count)

const isTime = (at: number): boolean => Math.abs(at) < 8.64e15

/** `4 Jun`, in UTC; of what is no time, as a report may have it, a mark. */
export const shortDay = (at: number): string => (isTime(at) ? day.format(at) : '–')

/** `4 June 2026`, in UTC. */
export const longDay = (at: number): string => (isTime(at) ? dayOfYear.format(at) : '–')
