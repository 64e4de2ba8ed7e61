import { span, type Span } from '../../core/span.ts'
import { problem, type MacroProblemKind, type Problem } from './problem.ts'

/** A text with macros (RFC 7208 §7.1) as a tree. Spans count in the text it was read from. */
export interface MacroString {
  readonly span: Span
  readonly text: string
  readonly parts: readonly MacroPart[]
}

export type MacroPart = MacroLiteral | MacroEscape | Macro | BrokenMacro

export interface MacroLiteral {
  readonly kind: 'literal'
  readonly span: Span
  readonly text: string
}

/** `%%`, `%_` and `%-`. */
export interface MacroEscape {
  readonly kind: 'escape'
  readonly span: Span
  /** What it stands for. */
  readonly text: string
}

export type MacroName = 's' | 'l' | 'o' | 'd' | 'i' | 'p' | 'v' | 'h' | 'c' | 'r' | 't'

/** `%{l1r-}` */
export interface Macro {
  readonly kind: 'macro'
  readonly span: Span
  readonly character: MacroName
  /** Written in upper case: the value is URL-escaped (§7.3). */
  readonly escaped: boolean
  /** How many right-hand parts stay; unset for all. */
  readonly keep?: number
  readonly reversed: boolean
  /** The characters to split at; empty for the dot. */
  readonly delimiters: string
}

export interface BrokenMacro {
  readonly kind: 'broken'
  readonly span: Span
}

/**
 * Where the text stands decides what it may hold: `c`, `r` and `t` only in an explanation (§7.2).
 * A modifier that SPF does not know has the grammar's macro letters, and is ignored anyway (§6).
 */
export type MacroUse = 'domain' | 'explanation' | 'unknown-modifier'

export interface MacroReading {
  readonly tree: MacroString
  readonly problems: readonly Problem[]
}

/**
 * Reads a macro string. Never throws; what cannot be read is a broken part.
 * @param start Where `text` stands; the spans count from there.
 */
export function parseMacros(text: string, start: number, use: MacroUse): MacroReading {
  const parts: MacroPart[] = []
  const problems: Problem[] = []
  for (let at = 0; at < text.length;) {
    const read =
      text[at] === '%' ? readExpansion(text, at, start, use) : readLiteral(text, at, start)
    parts.push(read.part)
    if (read.problem) problems.push(read.problem)
    at = read.part.span.to - start
  }
  return { tree: { span: span(start, start + text.length), text, parts }, problems }
}

interface PartReading {
  readonly part: MacroPart
  readonly problem?: Problem
}

function readLiteral(text: string, at: number, start: number): PartReading {
  const percent = text.indexOf('%', at)
  const end = percent < 0 ? text.length : percent
  return {
    part: { kind: 'literal', span: span(start + at, start + end), text: text.slice(at, end) },
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' }

function readExpansion(text: string, at: number, start: number, use: MacroUse): PartReading {
  const next = text[at + 1] ?? ''
  const from = start + at
  const escape = ESCAPES[next]
  if (escape !== undefined)
    return { part: { kind: 'escape', span: span(from, from + 2), text: escape } }
  if (next !== '{') return broken('stray-percent', span(from, from + 1), STRAY)
  const close = text.indexOf('}', at)
  if (close < 0) return broken('macro-form', span(from, start + text.length), UNCLOSED)
  return readMacro(text.slice(at, close + 1), from, use)
}

const STRAY = '`%` starts a macro, and no macro stands here'
const UNCLOSED = '`%{` opens a macro that no `}` closes'

const SHAPE = /^([a-z])(\d*)(r?)([^a-z\d]*)$/i
const NAMES = 'slodipvhcrt'
const ONLY_IN_EXPLANATION = 'crt'
const DELIMITERS = /^[-.+,/_=]*$/

/** A domain name has at most this many labels, and §7.3 asks for no larger number. */
const MOST_PARTS = 127

/** @param written From `%{` to `}`. */
function readMacro(written: string, from: number, use: MacroUse): PartReading {
  const at = span(from, from + written.length)
  const shape = SHAPE.exec(written.slice(2, -1))
  if (!shape)
    return broken('macro-form', at, `\`${written}\` is not a letter, digits, \`r\` and delimiters`)
  const [, character = '', digits = '', reverse = '', delimiters = ''] = shape
  const lower = character.toLowerCase()
  if (!NAMES.includes(lower))
    return broken('macro-letter', at, `SPF knows no macro \`${character}\``)
  if (ONLY_IN_EXPLANATION.includes(lower) && use === 'domain')
    return broken(
      'explanation-only',
      at,
      `The macro \`${character}\` only stands in the text that \`exp\` points to`,
    )
  if (/^0+$/.test(digits))
    return broken('macro-digits', at, `\`${written}\` keeps 0 parts; the number is at least 1`)
  if (!DELIMITERS.test(delimiters))
    return broken(
      'macro-delimiter',
      at,
      `\`${written}\` splits at a character SPF does not split at`,
    )
  return {
    part: {
      kind: 'macro',
      span: at,
      character: lower as MacroName,
      escaped: character !== lower,
      ...(digits && { keep: Math.min(Number(digits), MOST_PARTS) }),
      reversed: reverse !== '',
      delimiters,
    },
  }
}

const broken = (kind: MacroProblemKind, at: Span, message: string): PartReading => ({
  part: { kind: 'broken', span: at },
  problem: problem(kind, at, message),
})

export const macrosIn = (tree: MacroString): Macro[] =>
  tree.parts.filter((part) => part.kind === 'macro')
