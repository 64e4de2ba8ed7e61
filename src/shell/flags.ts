import { nearest } from '../core/text/edit-distance.ts'
import type { CommandContext } from './command.ts'
import type { Word } from './language/tree.ts'
import { pointAt } from './point-at.ts'

/** What a program was given: switches, values of options, and the other words. */
export interface Flags<Switch extends string, Value extends string> {
  readonly on: ReadonlySet<Switch>
  /** The last one where an option came twice. */
  readonly values: ReadonlyMap<Value, Word>
  /** All values of options, in their order. */
  readonly all: readonly (readonly [Value, Word])[]
  readonly words: readonly Word[]
}

/** Each spelling ▶ the option. Options of one character may be joined: `-rn`, `-n5`. */
export interface KnownFlags<Switch extends string, Value extends string> {
  readonly switches?: Readonly<Record<string, Switch>>
  readonly values?: Readonly<Record<string, Value>>
  /** Single-dash words of several characters, as `openssl` and `swaks` have them: nothing is joined. */
  readonly style?: 'joined' | 'words'
}

type Context = Pick<CommandContext, 'line' | 'complain'>

/**
 * Sorts words into options, their values and others; `--` ends the options.
 * @returns `undefined` where an option is not known or lacks its value; the reason is then printed.
 */
export function readFlags<Switch extends string = never, Value extends string = never>(
  command: string,
  given: readonly Word[],
  known: KnownFlags<Switch, Value>,
  context: Context,
): Flags<Switch, Value> | undefined {
  const on = new Set<Switch>()
  const all: [Value, Word][] = []
  const words: Word[] = []
  const queue = [...given]
  for (let word = queue.shift(); word; word = queue.shift()) {
    if (word.text === '--') {
      words.push(...queue)
      break
    }
    if (!/^-./.test(word.text)) {
      words.push(word)
      continue
    }
    const found = readFlag(word, known)
    if (!found.ok) return refuse(command, word, found.name, known, context)
    for (const name of found.switches) on.add(name)
    if (found.value === undefined) continue
    const value = found.text === undefined ? queue.shift() : { ...word, text: found.text }
    if (!value) return missing(command, word, context)
    all.push([found.value, value])
  }
  return { on, all, values: new Map(all), words }
}

type Found<Switch, Value> =
  | { readonly ok: false; readonly name: string }
  | {
      readonly ok: true
      readonly switches: readonly Switch[]
      readonly value?: Value
      /** What is joined to the option. */
      readonly text?: string
    }

function readFlag<Switch extends string, Value extends string>(
  { text }: Word,
  { switches = {}, values = {}, style = 'joined' }: KnownFlags<Switch, Value>,
): Found<Switch, Value> {
  const [name = '', joined] = text.startsWith('--') ? splitEquals(text) : [text]
  const value = lookUp(values, name)
  if (value !== undefined)
    return { ok: true, switches: [], value, ...(joined !== undefined && { text: joined }) }
  const single = joined === undefined ? lookUp(switches, name) : undefined
  if (single !== undefined) return { ok: true, switches: [single] }
  if (text.startsWith('--') || style === 'words') return { ok: false, name }
  return readJoined(text, switches, values)
}

function readJoined<Switch extends string, Value extends string>(
  text: string,
  switches: Readonly<Record<string, Switch>>,
  values: Readonly<Record<string, Value>>,
): Found<Switch, Value> {
  const found: Switch[] = []
  for (let at = 1; at < text.length; at++) {
    const name = `-${text[at]!}`
    const value = lookUp(values, name)
    if (value !== undefined) {
      const rest = text.slice(at + 1)
      return { ok: true, switches: found, value, ...(rest !== '' && { text: rest }) }
    }
    const one = lookUp(switches, name)
    if (one === undefined) return { ok: false, name }
    found.push(one)
  }
  return { ok: true, switches: found }
}

const splitEquals = (text: string): [string, string?] => {
  const at = text.indexOf('=')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

const lookUp = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

function refuse<Switch extends string, Value extends string>(
  command: string,
  word: Word,
  name: string,
  { switches = {}, values = {} }: KnownFlags<Switch, Value>,
  context: Context,
): undefined {
  const options = [...Object.keys(switches), ...Object.keys(values)]
  context.complain(pointAt(context.line, word.span, unknownFlag(command, name, options)))
  return undefined
}

/** The sentence about an option that is not known, with the nearest one. */
export function unknownFlag(command: string, name: string, options: readonly string[]): string {
  const meant = name.length > 2 ? nearest(name, options) : undefined
  const list = options.map((option) => `\`${option}\``).join(', ')
  const hint = meant ? ` Did you mean \`${meant}\`?` : ''
  return `\`${command}\` here knows no option \`${name}\`${list ? `, only ${list}` : ''}.${hint} \`man ${pageOf(command)}\` shows more.`
}

/** `openssl dgst` has the page of `openssl`. */
const pageOf = (command: string): string => command.split(' ', 1)[0]!

function missing(command: string, word: Word, context: Context): undefined {
  context.complain(
    pointAt(
      context.line,
      word.span,
      `Something is missing behind \`${word.text}\`. \`man ${pageOf(command)}\` shows what.`,
    ),
  )
  return undefined
}

/** A whole number from 0 on, for an option. @returns Undefined where it is none; that is then printed. */
export function readCount(word: Word, context: Context, most = 1_000_000_000): number | undefined {
  const count = /^\d{1,10}$/.test(word.text) ? Number(word.text) : most + 1
  if (count <= most) return count
  context.complain(pointAt(context.line, word.span, `A whole number up to ${most} belongs here.`))
  return undefined
}
