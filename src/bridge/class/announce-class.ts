import { encode, renderUnicodeCompact } from 'uqr'
import type { Paint } from '../../cli/output/paint.ts'

export interface ClassPlaces {
  /** Links for students, the best one first. */
  readonly links: readonly string[]
  /** The link to the board, for the teacher alone. */
  readonly board: string
  readonly code: string
  /** What the class begins with, by its title. */
  readonly begins: string
  /** Whether others can reach it. */
  readonly isOpen: boolean
  /** The port that was wished for, where others have it. */
  readonly busy: number | undefined
}

/** What a teacher needs to begin, for a terminal: both links, and the students' as a QR code. */
export function announceClass(places: ClassPlaces, paint: Paint, colour: 'yes' | 'no'): string {
  const { links, board, code, begins, isOpen, busy } = places
  const [best = '', ...others] = links
  return [
    '',
    `  ${paint('bold', 'The class is open.')} It begins with: ${begins}`,
    '',
    `  ${paint('bold', 'For students')}    ${best}`,
    ...others.map((link) => `       or       ${link}`),
    `                  The code, where one types the address: ${paint('bold', code)}`,
    '',
    qrLines(best, colour),
    '',
    `  ${paint('bold', 'For you alone')}   ${board}`,
    '',
    ...(isOpen
      ? []
      : [
          '  Only this machine reaches it. `--host ADDRESS` opens it to the room: an address of this machine, or 0.0.0.0 for all.',
        ]),
    ...(busy === undefined ? [] : [`  Port ${busy} is busy, so it has another.`]),
    '  Nothing is written down: with Ctrl-C the class is over, and what the board shows is gone.',
    '',
  ].join('\n')
}

/** Light on dark whatever the terminal's own colours are, where it has any. */
const INVERSE = '\x1b[97;40m'
const PLAIN = '\x1b[0m'

/** A text as a QR code of half blocks; two spaces of the lines are a margin. */
export function qrLines(text: string, colour: 'yes' | 'no'): string {
  const code = renderUnicodeCompact(text, { border: 2, ecc: 'L' })
  return code
    .split('\n')
    .map((line) => (colour === 'yes' ? `  ${INVERSE}${line}${PLAIN}` : `  ${line}`))
    .join('\n')
}

/** Whether a text fits into a code that a terminal shows. */
export const qrSize = (text: string): number => encode(text, { border: 2, ecc: 'L' }).size
