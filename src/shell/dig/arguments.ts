import type { RecordType } from '../../core/dns.ts'
import { parseIp, reverseName } from '../../core/ip.ts'
import type { Span } from '../../core/span.ts'
import { canonicalName, MAX_NAME_OCTETS, wireLength } from '../../dns/names.ts'
import type { Word } from '../language/tree.ts'
import { nearest } from '../../core/text/edit-distance.ts'
import { OTHER_TYPES, RECORD_TYPES, recordType } from './types.ts'

export interface DigQuestion {
  readonly name: string
  readonly type: RecordType
}

/** Which parts of an answer are printed. */
export interface DigShow {
  readonly short: boolean
  readonly command: boolean
  readonly comments: boolean
  readonly question: boolean
  readonly answer: boolean
  readonly authority: boolean
  readonly stats: boolean
}

export interface DigRequest {
  readonly questions: readonly DigQuestion[]
  readonly show: DigShow
  /** A name server that was named with `@`. */
  readonly server: string | undefined
}

export interface DigProblem {
  readonly span: Span
  readonly message: string
}

const EVERYTHING: DigShow = {
  short: false,
  command: true,
  comments: true,
  question: true,
  answer: true,
  authority: true,
  stats: true,
}

/** `+noall` ▶ nothing; `+answer` ▶ that again. Each has a `no` form. */
const SWITCHES: Readonly<Record<string, keyof DigShow>> = {
  short: 'short',
  cmd: 'command',
  comments: 'comments',
  question: 'question',
  answer: 'answer',
  authority: 'authority',
  stats: 'stats',
}

/** What is being read: a question is open until the next name begins another. */
interface Reading {
  name?: string
  type?: RecordType
  questions: DigQuestion[]
  show: DigShow
  server: string | undefined
}

/** Reads the words after `dig`. A name and a type may come in either order, several times. */
export function readDigArguments(words: readonly Word[]): DigRequest | DigProblem {
  const reading: Reading = { questions: [], show: EVERYTHING, server: undefined }
  for (let at = 0; at < words.length; at++) {
    const step = readWord(reading, words[at]!, words[at + 1])
    if (typeof step !== 'number') return step
    at += step
  }
  endQuestion(reading)
  const { questions, show, server } = reading
  return { questions, show, server }
}

/** @returns How many words more than this one were used up. */
function readWord(reading: Reading, word: Word, next: Word | undefined): number | DigProblem {
  const { text } = word
  if (text.startsWith('@')) return takeServer(reading, text.slice(1))
  if (text.startsWith('+')) return takeSwitch(reading, word)
  if (text.startsWith('-')) return takeOption(reading, word, next)
  if (text.toUpperCase() === 'IN') return 0
  const type = recordType(text)
  if (type) return takeType(reading, type)
  const other = otherType(text) ?? (reading.name !== undefined ? mistakenType(text) : undefined)
  return other ? { span: word.span, message: other } : takeName(reading, word)
}

function takeServer(reading: Reading, server: string): number {
  reading.server = server
  return 0
}

function takeType(reading: Reading, type: RecordType): number {
  if (reading.name !== undefined && reading.type !== undefined) {
    // `dig NAME TYPE TYPE2` asks about the same name once more.
    reading.questions.push({ name: reading.name, type: reading.type })
  }
  reading.type = type
  return 0
}

function takeName(reading: Reading, word: Word): number | DigProblem {
  const name = canonicalName(word.text)
  const problem = problemOf(word.text, name)
  if (problem) return { span: word.span, message: problem }
  if (reading.name !== undefined) endQuestion(reading)
  reading.name = name
  return 0
}

function problemOf(text: string, name: string): string | undefined {
  if (text === '') return 'An empty name asks for nothing. The root of all names is written `.`.'
  if (text.includes('@')) {
    const domain = text.slice(text.lastIndexOf('@') + 1)
    return `The DNS knows domains, not mail addresses. Ask about the part behind the \`@\`: \`dig ${domain} MX\`.`
  }
  if (/^\.|\.\./.test(text) && text !== '.')
    return 'Two dots with nothing between them: every label of a name needs at least one character.'
  if (wireLength(name) > MAX_NAME_OCTETS || text.split('.').some((label) => label.length > 63))
    return 'That is too long: a name has at most 255 octets, and 63 between two dots (RFC 1035 §2.3.4).'
  return undefined
}

function endQuestion(reading: Reading): void {
  const { name, type, questions } = reading
  if (name === undefined && (type === undefined || questions.length)) return
  // As `dig` does: a type alone asks about the root, a name alone about its address.
  questions.push({ name: name ?? '', type: type ?? 'A' })
  delete reading.name
  delete reading.type
}

/** A type that other programs ask for, and what to do here. */
function otherType(text: string): string | undefined {
  const upper = text.toUpperCase()
  return Object.hasOwn(OTHER_TYPES, upper) ? OTHER_TYPES[upper] : undefined
}

/** A word behind a name that looks like a type but is none. */
function mistakenType(text: string): string | undefined {
  const upper = text.toUpperCase()
  if (text.includes('.') || !/^[A-Za-z]{1,6}\d{0,2}$/.test(text)) return undefined
  const meant = nearest(upper, RECORD_TYPES)
  const advice = meant
    ? `Did you mean \`${meant}\`?`
    : `Types are \`${RECORD_TYPES.slice(0, 8).join('`, `')}\` and others; a number is written \`TYPE65280\`.`
  return `\`${text}\` is no record type that is known here. ${advice}`
}

function takeSwitch(reading: Reading, word: Word): number | DigProblem {
  const [, no = '', name = ''] = /^\+(no)?(.*)$/s.exec(word.text) ?? []
  if (name === 'all') {
    const all = Object.keys(EVERYTHING).map((key) => [key, no === '' && key !== 'short'])
    reading.show = { ...EVERYTHING, ...Object.fromEntries(all), short: reading.show.short }
    return 0
  }
  const part = Object.hasOwn(SWITCHES, name) ? SWITCHES[name] : undefined
  if (part === undefined) return { span: word.span, message: unknownSwitch(word.text) }
  reading.show = { ...reading.show, [part]: no === '' }
  return 0
}

function unknownSwitch(text: string): string {
  if (/^\+(no)?(trace|tcp|dnssec|recurse|edns|time|tries)/.test(text))
    return `\`${text}\` has no meaning here: one simulated resolver answers at once and knows every zone.`
  const names = ['+short', '+noall', '+answer', '+comments', '+question', '+stats']
  const meant = nearest(text, names)
  return meant
    ? `\`dig\` here knows no \`${text}\`. Did you mean \`${meant}\`?`
    : `\`dig\` here knows no \`${text}\`, only \`${names.join('`, `')}\` and their \`+no\` forms.`
}

function takeOption(reading: Reading, word: Word, next: Word | undefined): number | DigProblem {
  const option = word.text.slice(0, 2)
  const attached = word.text.slice(2)
  const value = attached ? { ...word, text: attached } : next
  if (!['-x', '-t', '-q', '-c', '-4', '-6'].includes(option))
    return { span: word.span, message: UNKNOWN_OPTION }
  if (option === '-4' || option === '-6') return 0
  if (!value) return { span: word.span, message: MISSING[option]! }
  const used = attached ? 0 : 1
  const result = takeValue(reading, option, value)
  return typeof result === 'number' ? used : result
}

const UNKNOWN_OPTION =
  '`dig` here knows the options `-x ADDRESS`, `-t TYPE`, `-q NAME` and `-c IN`. `man dig` shows more.'

const MISSING: Readonly<Record<string, string>> = {
  '-x': 'The address to look up is missing: `dig -x 192.0.2.25`, for instance.',
  '-t': 'The record type is missing: `dig -t MX example.org`, for instance.',
  '-q': 'The name to ask about is missing: `dig -q example.org`, for instance.',
  '-c': 'The class is missing. There is only one in use: `-c IN`, the Internet.',
}

function takeValue(reading: Reading, option: string, value: Word): number | DigProblem {
  if (option === '-q') return takeName(reading, value)
  if (option === '-x') return takeAddress(reading, value)
  if (option === '-t') {
    const type = recordType(value.text)
    const message =
      otherType(value.text) ?? mistakenType(value.text) ?? `\`${value.text}\` is no record type.`
    return type ? takeType(reading, type) : { span: value.span, message }
  }
  if (value.text.toUpperCase() === 'IN') return 0
  return { span: value.span, message: 'The only class in use is `IN`, the Internet.' }
}

function takeAddress(reading: Reading, word: Word): number | DigProblem {
  const octets = parseIp(word.text)
  if (!octets) {
    const message = `\`-x\` looks up the name of an IP address, such as \`192.0.2.25\` or \`2001:db8::25\`.`
    return { span: word.span, message }
  }
  if (reading.name !== undefined) endQuestion(reading)
  reading.name = reverseName(octets)
  reading.type = 'PTR'
  return 0
}
