import { span } from '../../core/span.ts'
import type { LineProblem, Part, RawWord } from './tree.ts'

/** Reads the word that begins at `from`: up to a blank or an operator that is not quoted. */
export function readWord(line: string, from: number): RawWord | LineProblem {
  const parts: Part[] = []
  let at = from
  while (at < line.length && !ENDS.test(line[at]!)) {
    const read = readPart(line, at)
    if ('message' in read) return read
    for (const part of read.parts) parts.push(part)
    at = read.to
  }
  return { parts, span: span(from, at) }
}

const ENDS = /[\s|<>;&()]/

interface Read {
  readonly parts: readonly Part[]
  readonly to: number
}

const text = (value: string, quoted: boolean): Part => ({ kind: 'text', text: value, quoted })

function readPart(line: string, at: number): Read | LineProblem {
  const unit = line[at]!
  if (unit === "'") return readSingleQuoted(line, at)
  if (unit === '"') return readDoubleQuoted(line, at)
  if (unit === '\\') return readEscape(line, at)
  if (unit === '$') return readDollar(line, at, false)
  if (unit === '`') return noSubstitution(at, 1)
  PLAIN.lastIndex = at
  const plain = PLAIN.exec(line)![0]
  return { parts: [text(plain, false)], to: at + plain.length }
}

const PLAIN = /[^\s'"\\|<>;&()$`]+/y

function readSingleQuoted(line: string, at: number): Read | LineProblem {
  const end = line.indexOf("'", at + 1)
  if (end < 0) return unclosed(line, at)
  return { parts: [text(line.slice(at + 1, end), true)], to: end + 1 }
}

function readDoubleQuoted(line: string, at: number): Read | LineProblem {
  const parts: Part[] = [text('', true)]
  let to = at + 1
  while (to < line.length && line[to] !== '"') {
    QUOTED.lastIndex = to
    const plain = QUOTED.exec(line)?.[0]
    if (plain !== undefined) {
      parts.push(text(plain, true))
      to += plain.length
    } else if (line[to] === '\\') {
      const isEscape = /["\\$`]/.test(line[to + 1] ?? '')
      parts.push(text(isEscape ? line[to + 1]! : '\\', true))
      to += isEscape ? 2 : 1
    } else {
      const read = line[to] === '`' ? noSubstitution(to, 1) : readDollar(line, to, true)
      if ('message' in read) return read
      for (const part of read.parts) parts.push(part)
      to = read.to
    }
  }
  return to < line.length ? { parts, to: to + 1 } : unclosed(line, at)
}

const QUOTED = /[^"\\$`]+/y

function readEscape(line: string, at: number): Read | LineProblem {
  const next = line.codePointAt(at + 1)
  if (next === undefined)
    return {
      span: span(at, at + 1),
      message: 'A backslash takes the meaning from the character behind it, and here none follows.',
    }
  const character = String.fromCodePoint(next)
  return { parts: [text(character, true)], to: at + 1 + character.length }
}

/** `$NAME`, `${NAME}`, `$?`; a dollar before anything else is a dollar. */
function readDollar(line: string, at: number, quoted: boolean): Read | LineProblem {
  if (line[at + 1] === '(') return noSubstitution(at, 2)
  VARIABLE.lastIndex = at
  const found = VARIABLE.exec(line)
  const name = found?.[1] ?? found?.[2]
  if (found && name !== undefined)
    return { parts: [{ kind: 'variable', name, quoted }], to: at + found[0].length }
  if (line[at + 1] === '{')
    return {
      span: span(at, at + 2),
      message:
        'In `${…}` stands the name of a variable and nothing more: `${HOST}`. To write `$` itself, put it in single quotes.',
    }
  return { parts: [text('$', quoted)], to: at + 1 }
}

const VARIABLE = /\$(?:([A-Za-z_]\w*|\?)|\{([A-Za-z_]\w*|\?)\})/y

const noSubstitution = (at: number, length: number): LineProblem => ({
  span: span(at, at + length),
  message:
    'No command runs inside of another here: run it first, and use what it printed, or a pipe. To write the character itself, put it in single quotes.',
})

function unclosed(line: string, at: number): LineProblem {
  const quote = line[at]!
  const name = quote === '"' ? 'double' : 'single'
  const bare = `Write a second \`${quote}\` where the word ends, or \`\\${quote}\` for the character itself.`
  return { span: span(at, at + 1), message: `This ${name} quote is not closed. ${bare}` }
}
