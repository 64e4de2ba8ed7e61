import { words as times } from '#words/times'
import { words } from '#words/way'
import type { MessageHop } from '../../../lab/types.ts'

/** `mail.example.org → mx.example.net (ESMTPS), 08:00:05`. */
export function hopText({ from, by, with: how, at }: MessageHop): string {
  const time = at === undefined ? '' : `, ${new Date(at).toISOString().slice(11, 19)}`
  return `${from ?? '?'} → ${by ?? '?'}${how ? ` (${how})` : ''}${time}`
}

/** `2 min later`; clocks that differ are named. */
export function delayText(milliseconds: number): string {
  if (milliseconds < 0) return words.earlier(amount(-milliseconds))
  return milliseconds === 0 ? words.sameSecond : words.later(amount(milliseconds))
}

function amount(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 120) return times.seconds(seconds)
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? times.minutes(minutes) : times.hours(Math.round(minutes / 60))
}
