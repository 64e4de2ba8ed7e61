import { isAscii, toALabels } from '../core/idna.ts'
import { span, type Span } from '../core/span.ts'
import { unescape, type Piece } from './escapes.ts'

/**
 * Domain names that may hold any octet. A name is written in one way only: absolute, in lower case,
 * without the final dot, escaped where RFC 4343 §2.1 asks for it; so equal names are equal texts.
 */

/** RFC 1035 §2.3.4: octets of a label. */
export const MAX_LABEL_OCTETS = 63
/** RFC 1035 §2.3.4: octets of a name on the wire, with each label's length and the root's. */
export const MAX_NAME_OCTETS = 255

export interface NameProblem {
  readonly kind: 'empty-label' | 'long-label' | 'long-name' | 'non-ascii' | 'broken-escape'
  /** Within the raw text. */
  readonly span: Span
}

export interface ReadName {
  /** Absolute. Meaningless where there are faults. */
  readonly name: string
  readonly problems: readonly NameProblem[]
}

/** Reads a name as a master file writes it: `@`, relative to the origin, or with a final dot. */
export function readName(raw: string, origin: string): ReadName {
  if (raw === '@') return { name: origin, problems: NONE }
  if (raw === '.') return { name: '', problems: NONE }
  return readPlainName(raw, origin) ?? readAnyName(raw, origin)
}

const NONE: readonly NameProblem[] = []

/** Almost every name: letters, digits and dots, too short for any label to be too long. */
function readPlainName(raw: string, origin: string): ReadName | undefined {
  const absolute = raw.endsWith('.')
  const own = absolute ? raw.slice(0, -1) : raw
  if (own.length > MAX_LABEL_OCTETS || !PLAIN.test(own)) return undefined
  if (absolute || origin === '') return { name: own.toLowerCase(), problems: NONE }
  const name = `${own.toLowerCase()}.${origin}`
  // A length octet for each dot, the first label's and the root's; escapes only make it longer.
  return name.length + 2 > MAX_NAME_OCTETS ? undefined : { name, problems: NONE }
}

function readAnyName(raw: string, origin: string): ReadName {
  const { labels, absolute, problems } = readLabels(raw)
  const own = labels.map(({ text }) => text).join('.')
  const name = absolute || origin === '' ? own : `${own}.${origin}`
  const long = wireLength(name) > MAX_NAME_OCTETS && problems.length === 0
  return {
    name,
    problems: long ? [{ kind: 'long-name', span: span(0, raw.length) }] : problems,
  }
}

/**
 * The one way to write a name, for names from outside the zone: a query, a setting. Takes any
 * text, with U-labels too; what is no name stays a text that no record has.
 */
export function canonicalName(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  if (text === '.') return ''
  const name = isAscii(text) ? text : (toALabels(text) ?? text)
  return readLabels(name)
    .labels.map((label) => label.text)
    .join('.')
}

const PLAIN = /^[a-z0-9_*/+=-]+(\.[a-z0-9_*/+=-]+)*$/i

/** Whether a name as written ends in a dot that is no part of its last label. */
export const isAbsolute = (raw: string): boolean => /(?<!\\)(\\\\)*\.$/.test(raw.slice(-256))

/** The labels of a canonical name, escapes still in them. */
export function splitName(name: string): string[] {
  if (name === '') return []
  return name.includes('\\') ? name.match(/(\\.|[^.\\])+/gs)! : name.split('.')
}

/** The canonical name without its first label. */
export function parentName(name: string): string {
  if (name.includes('\\')) return splitName(name).slice(1).join('.')
  const dot = name.indexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1)
}

/** Octets on the wire: a length octet before each label, one for the root. */
export const wireLength = (name: string): number =>
  splitName(name).reduce((sum, label) => sum + 1 + labelLength(label), 1)

const labelLength = (label: string): number =>
  label.includes('\\') ? label.replace(/\\(\d{3}|.)/gs, 'x').length : label.length

interface Label {
  readonly text: string
}

interface Labels {
  readonly labels: readonly Label[]
  readonly absolute: boolean
  readonly problems: readonly NameProblem[]
}

function readLabels(raw: string): Labels {
  const labels: Label[] = []
  const problems: NameProblem[] = []
  let text = ''
  let octets = 0
  let start = 0
  const endLabel = (at: number): void => {
    if (octets === 0)
      problems.push({ kind: 'empty-label', span: span(start, Math.min(at + 1, raw.length)) })
    if (octets > MAX_LABEL_OCTETS) problems.push({ kind: 'long-label', span: span(start, at) })
    labels.push({ text })
    text = ''
    octets = 0
    start = at + 1
  }
  for (const piece of unescape(raw)) {
    if (PROBLEM_OF[piece.kind])
      problems.push({ kind: PROBLEM_OF[piece.kind]!, span: span(piece.from, piece.to) })
    for (let index = 0; index < piece.octets.length; index++) {
      if (piece.kind === 'plain' && piece.octets[index] === '.') endLabel(piece.from + index)
      else {
        text += canonicalOctet(piece.octets.charCodeAt(index))
        octets++
      }
    }
  }
  const absolute = labels.length > 0 && start === raw.length
  if (!absolute) endLabel(raw.length)
  return { labels, absolute, problems }
}

const PROBLEM_OF: Partial<Record<Piece['kind'], NameProblem['kind']>> = {
  wide: 'non-ascii',
  broken: 'broken-escape',
}

/** An octet as a canonical name writes it. */
export function canonicalOctet(octet: number): string {
  if (octet >= 0x41 && octet <= 0x5a) return String.fromCharCode(octet + 0x20)
  if (octet <= 0x20 || octet >= 0x7f) return `\\${String(octet).padStart(3, '0')}`
  const character = String.fromCharCode(octet)
  return SPECIAL.includes(character) ? `\\${character}` : character
}

/** Characters that mean something else in a master file unless escaped. */
const SPECIAL = '.\\"();@$'
