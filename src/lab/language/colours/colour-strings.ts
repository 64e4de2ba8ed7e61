import type { LineState, TextKind } from './line-state.ts'
import type { Token, TokenKind } from './token.ts'
import { mechanisms, tagVersions } from './words.ts'

/** A string of a record without its quotes, and where it starts in the line. */
export interface TextWord {
  readonly raw: string
  readonly at: number
}

export interface ColouredStrings {
  /** In order, each within one string. */
  readonly tokens: readonly Token[]
  readonly text: TextKind
  readonly inValue: boolean
}

/** Colours what is about mail in the strings of one line; they are read as one text. */
export function colourStrings(words: readonly TextWord[], before: LineState): ColouredStrings {
  const joined = joinWords(words)
  const { value } = joined
  if (value === '') return { tokens: [], text: before.text, inValue: before.inValue }
  const isFirst = before.text === 'undecided'
  const text = isFirst ? textKindOf(value, before.isTagOwner) : before.text
  if (text === 'plain') return { tokens: [], text, inValue: false }
  const parts: Part[] = []
  const rest = before.inValue ? readRest(value, text === 'spf' ? ' ' : ';', parts) : 0
  const inValue =
    rest < 0 ||
    (text === 'spf' ? readSpf(value, rest, isFirst, parts) : readTags(value, rest, parts))
  return { tokens: inLine(parts, joined.runs), text, inValue }
}

/** A part of the joined text. */
interface Part {
  readonly kind: TokenKind
  readonly from: number
  readonly to: number
}

const VERSIONS = new RegExp(String.raw`^\s*(?:"\s*)?v\s*=\s*(?:${tagVersions.join('|')})`, 'i')
/** SPF, also where SPF itself would pass it over: misspelt, or with a sign before it. */
const SPF_LIKE = /^(?:spf2\.0\/|[^!#-&(-~]{0,9}(?:v\s{0,9}=\s{0,9}sp[fl]|spf1\b))/i

function textKindOf(value: string, isTagOwner: boolean): TextKind {
  if (VERSIONS.test(value) || isTagOwner) return 'tags'
  return SPF_LIKE.test(value) ? 'spf' : 'plain'
}

/** The end of a value that began in a line above. @returns Where it ends; -1: it goes on. */
function readRest(value: string, separator: string, parts: Part[]): number {
  const end = value.indexOf(separator)
  parts.push({ kind: 'value', from: 0, to: end < 0 ? value.length : end })
  return end
}

const SPF_VERSION = /^(?:v=spf1(?= |$)|[^!#-&(-~]*(?:v\s{0,9}=\s{0,9})?[^ ]*)/i

/** @returns Whether the text ends inside of a value. */
function readSpf(value: string, start: number, isFirst: boolean, parts: Part[]): boolean {
  let at = start
  if (isFirst) {
    at = SPF_VERSION.exec(value)![0].length
    if (at) parts.push({ kind: 'version', from: 0, to: at })
  }
  let inValue = false
  while (at < value.length) {
    const space = value.indexOf(' ', at)
    const end = space < 0 ? value.length : space
    inValue = end > at && readTerm(value.slice(at, end), at, parts) && space < 0
    at = end + 1
  }
  return inValue
}

/** @returns Whether the term has a value. */
function readTerm(term: string, at: number, parts: Part[]): boolean {
  const sign = term.search(/[:/=]/)
  const isModifier = term[sign] === '='
  const from = !isModifier && /^[+\-~?]/.test(term) ? 1 : 0
  const to = isModifier || sign >= 0 ? sign : term.length
  if (!isModifier && !mechanisms.has(term.slice(from, to).toLowerCase())) return false
  if (from) parts.push({ kind: 'qualifier', from: at, to: at + from })
  if (to > from) parts.push({ kind: 'mechanism', from: at + from, to: at + to })
  if (to === term.length) return false
  parts.push({ kind: 'value', from: at + to, to: at + term.length })
  return true
}

const TAG = /^(\s*)([A-Za-z]\w*)(\s*=\s*)/

/** @returns Whether the text ends inside of a value. */
function readTags(value: string, start: number, parts: Part[]): boolean {
  let inValue = false
  for (let at = start; at < value.length;) {
    const semicolon = value.indexOf(';', at)
    const end = semicolon < 0 ? value.length : semicolon
    const read = TAG.exec(value.slice(at, end))
    inValue = read !== null && semicolon < 0
    if (read) {
      const [whole, blank, name] = read as unknown as [string, string, string]
      const from = at + blank.length
      parts.push({ kind: name === 'v' ? 'version' : 'tag', from, to: from + name.length })
      const to = at + value.slice(at, end).trimEnd().length
      if (to > at + whole.length) parts.push({ kind: 'value', from: at + whole.length, to })
    }
    at = end + 1
  }
  return inValue
}

/** Strings joined without a space, and the place in the line of each character. */
interface Joined {
  readonly value: string
  /** One run a string, or more where it has escapes. In order. */
  readonly runs: readonly Run[]
}

/** Characters from `at` on that stand in the line from `from` to `to`. */
interface Run {
  readonly at: number
  readonly length: number
  readonly from: number
  readonly to: number
}

const ESCAPE = /\\(?:\d{3}|[^]?)/g

function joinWords(words: readonly TextWord[]): Joined {
  const runs: Run[] = []
  let value = ''
  const add = (text: string, from: number, to: number): void => {
    if (text) runs.push({ at: value.length, length: text.length, from, to })
    value += text
  }
  for (const { raw, at } of words) {
    let done = 0
    for (const { index, 0: escape } of raw.matchAll(ESCAPE)) {
      add(raw.slice(done, index), at + done, at + index)
      done = index + escape.length
      add(unescaped(escape), at + index, at + done)
    }
    add(raw.slice(done), at + done, at + raw.length)
  }
  return { value, runs }
}

const unescaped = (escape: string): string =>
  escape.length === 4
    ? String.fromCharCode(Number(escape.slice(1)) & 0xff)
    : escape.slice(1) || '\\'

/** Parts, in order, as tokens of the line: one for each string that a part reaches over. */
function inLine(parts: readonly Part[], runs: readonly Run[]): Token[] {
  const tokens: Token[] = []
  let first = 0
  for (const { kind, from, to } of parts) {
    while (first < runs.length && endOf(runs[first]!) <= from) first++
    for (let at = first; at < runs.length && runs[at]!.at < to; at++) {
      const run = runs[at]!
      const isEscape = run.to - run.from !== run.length
      const start = isEscape ? run.from : run.from + Math.max(0, from - run.at)
      const end = isEscape ? run.to : run.to - Math.max(0, endOf(run) - to)
      const last = tokens.at(-1)
      if (last?.to === start && at > first) tokens[tokens.length - 1] = { ...last, to: end }
      else tokens.push({ kind, from: start, to: end })
    }
  }
  return tokens
}

const endOf = ({ at, length }: Run): number => at + length
