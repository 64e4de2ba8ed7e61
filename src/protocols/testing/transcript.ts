import { concatBytes, fromLatin1, fromStrictUtf8, latin1, utf8 } from '../../core/bytes.ts'
import { span, type Span } from '../../core/span.ts'
import type { SyntaxProblem } from '../shared/syntax-problem.ts'

/**
 * A session written down, line by line: `C: ` what the client sends, `S: ` what the server answers,
 * `$ ` what was typed at a shell, `#` a remark, and empty lines. Each C and S line ends with CRLF on
 * the wire. In C lines `\x00` to `\xFF` stand for one octet, and a `\` at the very end for "no CRLF
 * here"; so any octets can be written down.
 */
export interface Transcript {
  readonly lines: readonly TranscriptLine[]
}

export interface TranscriptLine {
  readonly who: Speaker
  /** What stands behind the mark. */
  readonly text: string
}

export type Speaker = 'client' | 'server' | 'shell' | 'remark' | 'nobody'

const marks: readonly (readonly [mark: string, who: Speaker])[] = [
  ['C:', 'client'],
  ['S:', 'server'],
  ['$', 'shell'],
  ['#', 'remark'],
]

export interface TranscriptRead {
  readonly transcript: Transcript
  /** A line that begins with no mark is left out, and reported here. */
  readonly problems: readonly SyntaxProblem[]
}

/** Reads a transcript. Never throws. */
export function parseTranscript(text: string): TranscriptRead {
  const lines: TranscriptLine[] = []
  const problems: SyntaxProblem[] = []
  let at = 0
  const ended = text.endsWith('\n') ? text.slice(0, -1) : text
  for (const whole of ended === '' ? [] : ended.split('\n')) {
    const line = whole.replace(/\r$/, '')
    const read = parseLine(line)
    if (read) lines.push(read)
    else
      problems.push({
        span: placeOf(line, at),
        message: 'A line begins with `C:`, `S:`, `$` or `#`',
      })
    at += whole.length + 1
  }
  return { transcript: { lines }, problems }
}

const placeOf = (line: string, at: number): Span => span(at, at + line.length)

function parseLine(line: string): TranscriptLine | undefined {
  if (line.trim() === '') return { who: 'nobody', text: '' }
  for (const [mark, who] of marks)
    if (line.startsWith(mark)) return { who, text: line.slice(mark.length).replace(/^ /, '') }
  return undefined
}

/** Writes a transcript; `parseTranscript` reads the same again. */
export const printTranscript = ({ lines }: Transcript): string =>
  lines.map((line) => `${printLine(line)}\n`).join('')

function printLine({ who, text }: TranscriptLine): string {
  const mark = marks.find(([, speaker]) => speaker === who)?.[0] ?? ''
  return text === '' ? mark : `${mark} ${text}`
}

/** The octets that a C line stands for. */
export function clientOctets(text: string): Uint8Array {
  const open = text.endsWith('\\')
  const written = open ? text.slice(0, -1) : text
  const parts = written
    .split(/(\\x[\da-f]{2})/i)
    .map((part, at) => (at % 2 ? Uint8Array.of(parseInt(part.slice(2), 16)) : utf8(part)))
  return concatBytes([...parts, latin1(open ? '' : '\r\n')])
}

/** C lines for octets that a client sent. */
export function clientLines(octets: Uint8Array): TranscriptLine[] {
  return splitCrlf(octets).map(({ line, ended }) => ({
    who: 'client',
    text: escapeOctets(line) + (ended ? '' : '\\'),
  }))
}

/** S lines for what a server sent. */
export const serverLines = (octets: Uint8Array): TranscriptLine[] =>
  splitCrlf(octets).map(({ line }) => ({ who: 'server', text: escapeOctets(line) }))

interface SplitPart {
  readonly line: Uint8Array
  readonly ended: boolean
}

const LF = 10
const CR = 13

function splitCrlf(octets: Uint8Array): SplitPart[] {
  const parts: SplitPart[] = []
  let from = 0
  for (let at = octets.indexOf(LF); at >= 0; at = octets.indexOf(LF, at + 1)) {
    if (at === from || octets[at - 1] !== CR) continue
    parts.push({ line: octets.subarray(from, at - 1), ended: true })
    from = at + 1
  }
  if (from < octets.length) parts.push({ line: octets.subarray(from), ended: false })
  return parts
}

/** Text as it is; control characters, broken UTF-8, and backslashes that would mislead, as `\xHH`. */
function escapeOctets(line: Uint8Array): string {
  const text = fromStrictUtf8(line)
  const escaped = text ?? fromLatin1(line)
  const hard = text === undefined ? /[^\x20-\x7e]/g : /[\p{Cc}\ufeff]/gu
  return escaped
    .replace(/\\(?=x[\da-f]{2}|$)/gi, '\\x5C')
    .replace(hard, (character) => octetsOf(character, text === undefined))
}

const octetsOf = (character: string, isOctet: boolean): string =>
  [...(isOctet ? latin1(character) : utf8(character))]
    .map((octet) => `\\x${octet.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')

/** `# key: value` remarks before the first line of the session: what the transcript asks for. */
export function headerOf({ lines }: Transcript): Record<string, string> {
  const header: Record<string, string> = {}
  for (const { who, text } of lines) {
    if (who !== 'remark' && who !== 'nobody') break
    const found = /^([a-zA-Z]+): (.*)$/.exec(text)
    if (found) header[found[1]!] = found[2]!
  }
  return header
}
