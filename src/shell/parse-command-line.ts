import { span, type Span } from '../core/span.ts'

/** A word of a command line, without its quotes, and its span. */
export interface Word {
  readonly text: string
  readonly span: Span
}

export interface CommandLine {
  readonly words: readonly Word[]
  readonly problem?: LineProblem
}

/** What keeps a line from being run: where, and what to do about it. Backticks mark code. */
export interface LineProblem {
  readonly span: Span
  readonly message: string
}

/**
 * Splits a line into words as a shell does: spaces part them, single and double quotes and
 * backslashes hold them together, `#` at the start of a word begins a comment. Never throws.
 */
export function parseCommandLine(line: string): CommandLine {
  const words: Word[] = []
  let at = skipBlanks(line, 0)
  while (at < line.length && line[at] !== '#') {
    const read = readWord(line, at)
    if ('message' in read) return { words, problem: read }
    words.push(read)
    at = skipBlanks(line, read.span.to)
  }
  return { words }
}

function skipBlanks(line: string, from: number): number {
  let at = from
  while (at < line.length && /\s/.test(line[at]!)) at++
  return at
}

function readWord(line: string, from: number): Word | LineProblem {
  const parts: string[] = []
  let at = from
  while (at < line.length && !/\s/.test(line[at]!)) {
    const part = readPart(line, at)
    if ('message' in part) return part
    parts.push(part.text)
    at = part.to
  }
  return { text: parts.join(''), span: span(from, at) }
}

interface Part {
  readonly text: string
  readonly to: number
}

function readPart(line: string, at: number): Part | LineProblem {
  const unit = line[at]!
  if (unit === "'") return readSingleQuoted(line, at)
  if (unit === '"') return readDoubleQuoted(line, at)
  if (unit === '\\') return readEscape(line, at)
  const message = operatorMessage(unit)
  if (message) return { span: span(at, at + 1), message }
  const end = at + /^[^\s'"\\|<>;&]+/.exec(line.slice(at, at + CHUNK))![0].length
  return { text: line.slice(at, end), to: end }
}

/** Units of plain text looked at together. */
const CHUNK = 256

function readSingleQuoted(line: string, at: number): Part | LineProblem {
  const end = line.indexOf("'", at + 1)
  return end < 0 ? unclosed(line, at) : { text: line.slice(at + 1, end), to: end + 1 }
}

function readDoubleQuoted(line: string, at: number): Part | LineProblem {
  const parts: string[] = []
  let from = at + 1
  for (let to = from; to < line.length; to++) {
    if (line[to] === '"') return { text: parts.join('') + line.slice(from, to), to: to + 1 }
    if (line[to] === '\\' && /["\\$`]/.test(line[to + 1] ?? '')) {
      parts.push(line.slice(from, to))
      from = ++to
    }
  }
  return unclosed(line, at)
}

function readEscape(line: string, at: number): Part | LineProblem {
  const next = line.codePointAt(at + 1)
  if (next === undefined)
    return {
      span: span(at, at + 1),
      message: 'A backslash takes the meaning from the character behind it, and here none follows.',
    }
  const text = String.fromCodePoint(next)
  return { text, to: at + 1 + text.length }
}

function unclosed(line: string, at: number): LineProblem {
  const quote = line[at]!
  const name = quote === '"' ? 'double' : 'single'
  const bare = `Write a second \`${quote}\` where the word ends, or \`\\${quote}\` for the character itself.`
  return { span: span(at, at + 1), message: `This ${name} quote is not closed. ${bare}` }
}

/** What other shells read as an operator. */
function operatorMessage(unit: string): string | undefined {
  if (unit === '|')
    return 'This small terminal has no pipes: run one command at a time. To write `|` itself, put it in quotes.'
  if (unit === '>' || unit === '<')
    return `This small terminal has no files, so \`${unit}\` has nothing to read from or write to. To write \`${unit}\` itself, put it in quotes.`
  if (unit === ';' || unit === '&')
    return `This small terminal runs one command a line: press Enter instead of \`${unit}\`. To write \`${unit}\` itself, put it in quotes.`
  return undefined
}
