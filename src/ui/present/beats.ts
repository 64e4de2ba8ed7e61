import type { LabInput } from '../../lab/lab.ts'

/** A small part of a session that is played again: a key, an edit, a message that is sent. */
export interface Beat {
  readonly input: LabInput
  /** Milliseconds to wait after it, so that the hall can read. */
  readonly rest: number
  /** Whether a line, or something else that is one thing, ends with it. */
  readonly endsLine: boolean
}

/** Milliseconds for a key: about as fast as somebody types who talks meanwhile. */
const KEY = 65
/** To read what a line led to. */
const LINE = 1600
/** Answers of cards and the like are seen at once. */
const OTHER = 1200

/** Enter, Control-C, Control-D. */
const ENDS: ReadonlySet<string> = new Set(['\r', '\n', '\x03', '\x04'])

/** A key, with what a key such as an arrow sends kept whole. */
// eslint-disable-next-line no-control-regex
const KEYS = /\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z]|[^[O])|[\s\S]/gu

/** A journal in the parts in which it is played again. */
export function beatsOf(journal: readonly LabInput[]): Beat[] {
  return journal.flatMap((input): Beat[] => {
    if (input.kind === 'check') return [{ input, rest: 0, endsLine: false }]
    if (input.kind !== 'type') return [{ input, rest: OTHER, endsLine: true }]
    return [...input.data.matchAll(KEYS)].map(([data]) => {
      const endsLine = ENDS.has(data)
      return { input: { ...input, data }, rest: endsLine ? LINE : KEY, endsLine }
    })
  })
}

/** How many lines, edits and the like there are. */
export const linesOf = (beats: readonly Beat[]): number =>
  beats.filter(({ endsLine }) => endsLine).length
