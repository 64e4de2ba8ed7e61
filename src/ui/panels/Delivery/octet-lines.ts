import { words } from '#words/delivery'
import { fromLatin1 } from '../../../core/bytes.ts'
import { readable } from '../../views/wire/readable.ts'

export interface OctetLine {
  /** UTF-8 where it is; control characters as escapes. */
  readonly text: string
  readonly end: LineEnd
}

interface LineEnd {
  readonly name: string
  /** As it is drawn at the line's end. */
  readonly mark: string
}

const ends = {
  crlf: { name: words.crlf, mark: 'CRLF' },
  lf: { name: words.lf, mark: 'LF' },
  none: { name: words.noEnd, mark: '' },
} satisfies Record<string, LineEnd>

/** How many octets are shown of a long message. */
const MAX_OCTETS = 4096

/** Octets as their lines, each with its end. @returns How many octets are left out, too. */
export function octetLines(octets: Uint8Array): {
  readonly lines: readonly OctetLine[]
  readonly rest: number
} {
  const text = fromLatin1(octets.subarray(0, MAX_OCTETS))
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  return { lines: lines.map(lineOf), rest: Math.max(0, octets.length - MAX_OCTETS) }
}

function lineOf(line: string): OctetLine {
  const end = line.endsWith('\r\n') ? ends.crlf : line.endsWith('\n') ? ends.lf : ends.none
  return { text: readable(line.replace(/\r?\n$/, '')), end }
}
