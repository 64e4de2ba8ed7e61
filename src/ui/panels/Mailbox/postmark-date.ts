import { words } from '#words/message'
/** Day and time as a postmark has them, in UTC: `04 MAY`, `09:00`. */
export function postmarkDate(at: number): [day: string, time: string] {
  const iso = new Date(at).toISOString()
  const month = new Date(at).toLocaleString(words.locale, { month: 'short', timeZone: 'UTC' })
  return [`${iso.slice(8, 10)} ${month.toUpperCase()}`, iso.slice(11, 16)]
}
