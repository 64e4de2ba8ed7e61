import * as v from 'valibot'
import { addressKey } from '../protocols/smtp/wire/paths.ts'
import { isSmtp, type Command } from '../world/answered-command.ts'
import type { ParamsOf } from './condition.ts'
import { pathFault } from './path-fault.ts'
import { code, either, firstLine } from './wording.ts'

const status = v.picklist(['OK', 'NO', 'BAD', 'BYE', 'PREAUTH', '+OK', '-ERR', '+'])

/** What a lesson asks of one command: its verb, what its argument holds, and the reply it got. */
export const commandEntries = {
  /**
   * `EHLO`, `greeting`, `.` for the end of the data; of IMAP and POP3 `SELECT`, `UID FETCH`, `RETR`; any
   * of a list; every verb if absent.
   */
  verb: v.exactOptional(
    v.union([
      v.pipe(v.string(), v.nonEmpty('Name a verb, `greeting` or `.`.')),
      v.pipe(v.array(v.string()), v.minLength(1, 'Name a verb, `greeting` or `.`.')),
    ]),
  ),
  /** The reply code, a class of them such as `4xx`, or any of a list; every code if absent. */
  code: v.exactOptional(
    v.union([replyCode(), v.pipe(v.array(replyCode()), v.minLength(1, 'Name a code.'))]),
  ),
  /** Of IMAP and POP3: `OK`, `NO`, `BAD`, `+OK`, `-ERR`, `+`, or any of a list; every one if absent. */
  status: v.exactOptional(v.union([status, v.pipe(v.array(status), v.minLength(1, 'Name one.'))])),
  /** How the response code in brackets begins, of IMAP and POP3: `TRYCREATE`, `IN-USE`; in any case. */
  response: v.exactOptional(v.string()),
  /** Of IMAP: the tag in front of it; in any case. */
  tag: v.exactOptional(v.string()),
  /** The mailbox between the angle brackets, or without them. */
  address: v.exactOptional(v.string()),
  /** A part that the argument has; in any case. */
  has: v.exactOptional(v.string()),
  /** A part that the argument lacks; in any case. */
  lacks: v.exactOptional(v.string()),
  /** How the path behind MAIL or RCPT is written wrongly; `none` where it is well written. */
  fault: v.exactOptional(v.picklist(['keyword', 'space', 'bracket', 'none'])),
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

export type CommandPattern = ParamsOf<typeof commandEntries>
type Code = number | `${2 | 3 | 4 | 5}xx`

export const matches = (pattern: CommandPattern, command: Command): boolean =>
  isAbout(pattern, command) && answers(pattern, command)

/** Whether the command is the one, whatever it was answered. */
export function isAbout(pattern: CommandPattern, command: Command): boolean {
  const argument = command.argument.toLowerCase()
  return (
    (pattern.tag === undefined || isTagged(pattern.tag, command)) &&
    isVerb(pattern, command) &&
    (pattern.address === undefined || sameMailbox(addressIn(command.argument), pattern.address)) &&
    (pattern.has === undefined || argument.includes(pattern.has.toLowerCase())) &&
    (pattern.lacks === undefined || !argument.includes(pattern.lacks.toLowerCase())) &&
    (pattern.fault === undefined || pathFault(command.argument) === pattern.fault)
  )
}

const isTagged = (tag: string, command: Command): boolean =>
  'tag' in command && command.tag?.toLowerCase() === tag.toLowerCase()

export const isVerb = (pattern: CommandPattern, command: Command): boolean =>
  verbsOf(pattern)?.includes(command.verb.toUpperCase()) ?? true

function answers(pattern: CommandPattern, command: Command): boolean {
  const codes = codesOf(pattern)
  if (isSmtp(command))
    return (
      pattern.status === undefined &&
      pattern.response === undefined &&
      (codes?.some((wanted) => inClass(wanted, command.code)) ?? true)
    )
  const { status: given, responseCode = '' } = command
  const statuses: readonly string[] = [pattern.status ?? given].flat()
  const isCoded = responseCode.toUpperCase().startsWith((pattern.response ?? '').toUpperCase())
  return codes === undefined && statuses.includes(given) && isCoded
}

const inClass = (wanted: Code, given: number): boolean =>
  typeof wanted === 'number' ? wanted === given : wanted[0] === String(given)[0]

function codesOf({ code: wanted }: CommandPattern): readonly Code[] | undefined {
  return wanted === undefined || Array.isArray(wanted) ? wanted : [wanted]
}

function verbsOf({ verb }: CommandPattern): string[] | undefined {
  if (verb === undefined) return undefined
  return [verb].flat().map((name) => (name === 'greeting' ? '' : name.toUpperCase()))
}

/**
 * `bob@example.org` out of `TO:<bob@example.org> NOTIFY=NEVER`, and out of
 * `TO:<@one.example:bob@example.org>`; as written if there are no brackets.
 */
export function addressIn(argument: string): string {
  const inBrackets = /<(?:@[^<>:]*:)?([^<>]*)>/.exec(argument)
  return inBrackets?.[1] ?? argument.replace(/^[A-Z]+:/i, '').trim()
}

/**
 * Whether two addresses lead to one mailbox. A server may distinguish local parts by case (RFC 5321
 * §2.4); the servers of the world do not, as most do not, and a goal takes what they accept.
 */
export const sameMailbox = (a: string, b: string): boolean => a === b || keyOf(a) === keyOf(b)

const keyOf = (address: string): string => addressKey(address) ?? address.toLowerCase()

/** `RCPT` for `bob@example.org`; `the greeting`; `the dot on a line of its own`. */
export function nameOf(pattern: CommandPattern): string {
  const name = either(verbsOf(pattern)?.map(nameOfVerb) ?? ['a command'])
  return pattern.address === undefined ? name : `${name} for ${code(pattern.address)}`
}

function nameOfVerb(verb: string): string {
  if (verb === '') return 'the greeting'
  return verb === '.' ? 'the dot on a line of its own' : code(verb)
}

/** `250`, `a 2xx code`. */
export function wantedCode(pattern: CommandPattern): string {
  const words = (codesOf(pattern) ?? []).map((wanted) =>
    typeof wanted === 'number' ? String(wanted) : `a ${wanted} code`,
  )
  const statuses = [pattern.status ?? []].flat().map(code)
  return either(words) || either(statuses) || 'an answer'
}

/** What was typed and what came back: ``the answer to `RCPT TO:<x@y>` was `550 5.1.1 …` ``. */
export function replyTo(command: Command): string {
  const given = isSmtp(command) ? command.code : command.status
  const reply = code(`${given} ${firstLine(command.text)}`)
  if (command.verb === '') return `the server greeted you with ${reply}`
  const typed =
    command.verb === '.' ? 'the dot' : code(`${command.verb} ${command.argument}`.trim())
  return `the answer to ${typed} was ${reply}`
}
