import { words as times } from '#words/times'
import { words } from '#words/delivery'
import type { DeliveryRow } from '../../../lab/types.ts'

/** What stands at a row; what lies ahead keeps its outcome. */
export const labelOf = ({ label, ahead }: DeliveryRow, isAhead: boolean): string =>
  isAhead && ahead !== undefined ? ahead : label

/** A row as a sentence; of what lies ahead only that it comes. */
export const sentenceOf = (row: DeliveryRow, isAhead: boolean): string =>
  isAhead && row.ahead !== undefined ? words.ahead(row.ahead) : row.sentence

/** Without the backticks that mark code: for an accessible name. */
export const plain = (text: string): string => text.replaceAll('`', '')

/** Before a verdict's result, so that colour is not the only sign of it. */
export function glyphOf({ tone, kind }: Pick<DeliveryRow, 'tone' | 'kind'>): string {
  if (tone === 'pass') return '✓ '
  if (tone === 'fail') return '✕ '
  if (tone === 'warn') return '! '
  return kind === 'verdict' ? '– ' : ''
}

/** Who saw a row, in a sentence. */
export function whoSaw({ kind, seenBy, isSealed, detail }: DeliveryRow): string {
  const [first, second] = seenBy.map((lane) => (lane === 'dns' ? words.nameServers : lane))
  if (first === undefined) return words.neither
  if (second === undefined) return words.onlyOne(first)
  if (kind === 'stored') return words.ownerOf(first, second)
  if (detail.question) return words.bothInClear(first, second)
  if (isSealed === undefined) return words.both(first, second)
  return isSealed ? words.bothSealed(first, second) : words.bothOpen(first, second)
}

/** `+84 ms`, `+15 min 2 s`: time since the first row. */
export function sinceText(milliseconds: number): string {
  if (milliseconds < 1000) return `+${times.milliseconds(milliseconds)}`
  const seconds = Math.round(milliseconds / 1000)
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ]
  if (hours) return `+${times.hours(hours)} ${times.minutes(minutes)}`
  return minutes
    ? `+${times.minutes(minutes)} ${times.seconds(rest)}`
    : `+${times.seconds((milliseconds / 1000).toFixed(1))}`
}
