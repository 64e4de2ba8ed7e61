import * as v from 'valibot'
import type { SmtpCommand } from '../world/events/command.ts'
import type { ParamsOf } from './condition.ts'
import { code, either, firstLine } from './wording.ts'

/** What a lesson says of one exchange: a command, what stood in it, and the reply it got. */
export const exchangeEntries = {
  /** `EHLO`, `greeting`, `.` for the end of the data; any of a list; every verb if absent. */
  verb: v.exactOptional(
    v.union([
      v.pipe(v.string(), v.nonEmpty('Name a verb, `greeting` or `.`.')),
      v.pipe(v.array(v.string()), v.minLength(1, 'Name a verb, `greeting` or `.`.')),
    ]),
  ),
  code: v.exactOptional(
    v.union([replyCode(), v.pipe(v.array(replyCode()), v.minLength(1, 'Name a code.'))]),
  ),
  /** The mailbox between the angle brackets, or without them. */
  address: v.exactOptional(v.string()),
  /** A part of the argument that must stand in it, or must not; letter case does not count. */
  has: v.exactOptional(v.string()),
  lacks: v.exactOptional(v.string()),
}

/** A reply code, or a class of them: `250`, `2xx`. */
function replyCode() {
  return v.union([
    v.pipe(
      v.number(),
      v.integer('A reply code is a whole number.'),
      v.minValue(200, 'Reply codes start at 200.'),
      v.maxValue(599, 'Reply codes end at 599.'),
    ),
    v.picklist(['2xx', '3xx', '4xx', '5xx']),
  ])
}

export type ExchangePattern = ParamsOf<typeof exchangeEntries>
type Code = number | `${2 | 3 | 4 | 5}xx`

export const matches = (pattern: ExchangePattern, heard: SmtpCommand): boolean =>
  isAbout(pattern, heard) && answers(pattern, heard)

/** Whether the command is the one, whatever it was answered. */
export function isAbout(pattern: ExchangePattern, heard: SmtpCommand): boolean {
  const argument = heard.argument.toLowerCase()
  return (
    isVerb(pattern, heard) &&
    (pattern.address === undefined || sameMailbox(addressIn(heard.argument), pattern.address)) &&
    (pattern.has === undefined || argument.includes(pattern.has.toLowerCase())) &&
    (pattern.lacks === undefined || !argument.includes(pattern.lacks.toLowerCase()))
  )
}

export const isVerb = (pattern: ExchangePattern, heard: SmtpCommand): boolean =>
  verbsOf(pattern)?.includes(heard.verb) ?? true

const answers = (pattern: ExchangePattern, heard: SmtpCommand): boolean =>
  codesOf(pattern)?.some((wanted) => inClass(wanted, heard.code)) ?? true

const inClass = (wanted: Code, given: number): boolean =>
  typeof wanted === 'number' ? wanted === given : wanted[0] === String(given)[0]

function codesOf({ code: wanted }: ExchangePattern): readonly Code[] | undefined {
  return wanted === undefined || Array.isArray(wanted) ? wanted : [wanted]
}

function verbsOf({ verb }: ExchangePattern): string[] | undefined {
  if (verb === undefined) return undefined
  return [verb].flat().map((name) => (name === 'greeting' ? '' : name.toUpperCase()))
}

/** `bob@example.org` out of `TO:<bob@example.org> NOTIFY=NEVER`; as written if there are no brackets. */
export function addressIn(argument: string): string {
  const inBrackets = /<([^<>]*)>/.exec(argument)
  return inBrackets?.[1] ?? argument.replace(/^[A-Z]+:/i, '').trim()
}

/** The local part keeps its case (RFC 5321 §2.4), the domain has none. */
export function sameMailbox(a: string, b: string): boolean {
  const [localA, domainA] = cutAt(a)
  const [localB, domainB] = cutAt(b)
  return localA === localB && domainA.toLowerCase() === domainB.toLowerCase()
}

function cutAt(address: string): [string, string] {
  const at = address.lastIndexOf('@')
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)]
}

/** `RCPT` for `bob@example.org`; `the greeting`; `the dot on a line of its own`. */
export function nameOf(pattern: ExchangePattern): string {
  const name = either(verbsOf(pattern)?.map(nameOfVerb) ?? ['a command'])
  return pattern.address === undefined ? name : `${name} for ${code(pattern.address)}`
}

function nameOfVerb(verb: string): string {
  if (verb === '') return 'the greeting'
  return verb === '.' ? 'the dot on a line of its own' : code(verb)
}

/** `250`, `a 2xx code`. */
export function wantedCode(pattern: ExchangePattern): string {
  const words = (codesOf(pattern) ?? []).map((wanted) =>
    typeof wanted === 'number' ? String(wanted) : `a ${wanted} code`,
  )
  return either(words) || 'an answer'
}

/** What was typed and what came back: ``the answer to `RCPT TO:<x@y>` was `550 5.1.1 …` ``. */
export function replyTo(heard: SmtpCommand): string {
  const reply = code(`${heard.code} ${firstLine(heard.text)}`)
  if (heard.verb === '') return `the server greeted you with ${reply}`
  const typed = heard.verb === '.' ? 'the dot' : code(`${heard.verb} ${heard.argument}`.trim())
  return `the answer to ${typed} was ${reply}`
}
