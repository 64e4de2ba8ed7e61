import type { TranscriptStep } from '../../../lab/types.ts'

/** Milliseconds for a character that somebody types, and for one that somebody reads. */
const TYPED = 32
const READ = 14

/** A line takes no less and no more, in milliseconds. */
const LEAST = 450
const MOST = 2600

/** How long a line stands before the next, in milliseconds, with the time in which it is typed. */
export function standsFor({ kind, role, text, oddity }: TranscriptStep): number {
  if (kind === 'heading' || kind === 'gap') return LEAST
  // Lists and messages are read as a whole.
  if (role === 'more' || role === 'message' || role === 'data' || role === 'literal')
    return LEAST / 2
  const base = kind === 'client' ? typedFor(text) + LEAST : text.length * READ + LEAST
  return Math.min(MOST, base) + (oddity ? LEAST : 0)
}

/** How long it takes to type a line, in milliseconds. */
export const typedFor = (text: string): number => Math.min(MOST - LEAST, text.length * TYPED)

/** The characters of a line that are there after a time. */
export function typedOf(text: string, elapsed: number): string {
  const whole = typedFor(text)
  if (elapsed >= whole || whole === 0) return text
  return [...text].slice(0, Math.ceil((elapsed / whole) * [...text].length)).join('')
}

/** Whether a line appears as somebody types it. */
export const isTyped = ({ kind, role }: TranscriptStep): boolean =>
  kind === 'client' && role !== 'message' && role !== 'literal'
