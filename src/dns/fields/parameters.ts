import { decodeBase64 } from '../../core/base64.ts'
import { isIpv4, parseIpv6 } from '../../core/ip.ts'
import { cover, type Span } from '../../core/span.ts'
import { badParameter } from '../zone/problems/service.ts'
import type { Word } from '../zone/tokens.ts'
import { checkText, written, type Column } from './columns.ts'
import { MAX_U16 } from './number.ts'
import type { FieldReader } from './reader.ts'

/** One `key=value`, or a key alone. */
interface Parameter {
  readonly key: string
  /** Without its quotes; unset where no `=` stands. */
  readonly value: string | undefined
  readonly text: string
  readonly span: Span
}

/** The parameters of a service, to the end: each key once, each value as its key wants it. */
export const parameters: Column = { kind: 'other', read: readParameters }

function readParameters(fields: FieldReader): readonly string[] | undefined {
  const left = fields.remaining()
  if (!left.every((word) => checkText(word, fields))) return undefined
  const all = joinValues(left).map(readParameter)
  const seen = new Set<string>()
  let sound = true
  for (const parameter of all) {
    const problem = seen.has(parameter.key)
      ? `\`${parameter.key}\` stands here a second time.`
      : problemOf(parameter)
    seen.add(parameter.key)
    if (problem === undefined) continue
    fields.report(badParameter, parameter.span, problem)
    sound = false
  }
  const clash = sound ? clashIn(all) : undefined
  if (clash) fields.report(badParameter, clash.parameter.span, clash.problem)
  return sound && !clash ? all.map(({ text }) => text) : undefined
}

interface Clash {
  readonly parameter: Parameter
  readonly problem: string
}

/** What one parameter asks of the others (RFC 9460 §7.1.1 and §8). */
function clashIn(all: readonly Parameter[]): Clash | undefined {
  const keys = new Set(all.map(({ key }) => numberOf(key)))
  const bare = all.find(({ key }) => numberOf(key) === NO_DEFAULT_ALPN)
  if (bare && !keys.has(ALPN))
    return { parameter: bare, problem: '`no-default-alpn` needs `alpn` beside it.' }
  const mandatory = all.find(({ key }) => numberOf(key) === MANDATORY)
  const missing = mandatory?.value?.split(',').find((key) => !keys.has(numberOf(key.toLowerCase())))
  return mandatory && missing !== undefined
    ? { parameter: mandatory, problem: `\`${missing}\` is mandatory, and does not stand here.` }
    : undefined
}

/** Keys by their numbers (RFC 9460 §14.3.2). */
const [MANDATORY, ALPN, NO_DEFAULT_ALPN] = [0, 1, 2]

const NUMBERED = [
  ...['mandatory', 'alpn', 'no-default-alpn', 'port', 'ipv4hint', 'ech', 'ipv6hint', 'dohpath'],
  ...['ohttp', 'tls-supported-groups', 'docpath'],
]

function numberOf(key: string): number {
  const generic = /^key(\d{1,5})$/.exec(key)
  return generic ? Number(generic[1]) : NUMBERED.indexOf(key)
}

/** Names of keys, each once, `mandatory` itself not among them. */
function isMandatoryList(value: string): boolean {
  const numbers = value.split(',').map((key) => numberOf(key.toLowerCase()))
  return new Set(numbers).size === numbers.length && numbers.every((one) => one > MANDATORY!)
}

/** A value in quotes right behind its `key=` belongs to it. */
function joinValues(words: readonly Word[]): Word[][] {
  const joined: Word[][] = []
  words.forEach((word, at) => {
    const before = words[at - 1]
    if (before?.raw.endsWith('=') && word.quoted && before.span.to === word.span.from)
      joined.at(-1)!.push(word)
    else joined.push([word])
  })
  return joined
}

function readParameter(words: readonly Word[]): Parameter {
  const raw = words.map(({ raw }) => raw).join('')
  const equals = raw.indexOf('=')
  return {
    key: (equals < 0 ? raw : raw.slice(0, equals)).toLowerCase(),
    value: equals < 0 ? undefined : raw.slice(equals + 1),
    text: words.map(written).join(''),
    span: cover(words[0]!.span, words.at(-1)!.span),
  }
}

function problemOf({ key, value }: Parameter): string | undefined {
  const wanted = KEYS.get(key)
  if (wanted) return wanted.fits(value ?? '') ? undefined : `\`${key}\` ${wanted.what}.`
  if (/^key(0|[1-9]\d{0,4})$/.test(key) && Number(key.slice('key'.length)) <= MAX_U16)
    return undefined
  return `\`${key}\` is no registered parameter; any other is written by its number: \`key65280=…\`.`
}

interface Wanted {
  readonly fits: (value: string) => boolean
  readonly what: string
}

const listOf = (fits: (item: string) => boolean) => (value: string) =>
  value.split(',').every((item) => item !== '' && fits(item))

const anything = (value: string): boolean => value !== ''

/** The registered keys and their values (RFC 9460 §7 and §8; `dohpath` RFC 9461 §5). */
const KEYS: ReadonlyMap<string, Wanted> = new Map(
  Object.entries({
    mandatory: {
      fits: isMandatoryList,
      what: 'names other parameters, each once, with commas between',
    },
    alpn: {
      fits: (value) => !/^(?:,|$)|(?<!\\),(?:,|$)/.test(value),
      what: 'names protocols, with commas between: `alpn=h2,h3`',
    },
    'no-default-alpn': { fits: (value) => value === '', what: 'has no value' },
    port: {
      fits: (value) => /^\d{1,5}$/.test(value) && Number(value) <= MAX_U16,
      what: `is a number from 0 to ${MAX_U16}`,
    },
    ipv4hint: { fits: listOf(isIpv4), what: 'lists IPv4 addresses, with commas between' },
    ipv6hint: {
      fits: listOf((item) => parseIpv6(item) !== undefined),
      what: 'lists IPv6 addresses, with commas between',
    },
    ech: { fits: (value) => value !== '' && decodeBase64(value).ok, what: 'is written in base64' },
    dohpath: { fits: anything, what: 'is a path with `{?dns}`' },
    ohttp: { fits: (value) => value === '', what: 'has no value' },
    'tls-supported-groups': { fits: listOf((item) => /^\d+$/.test(item)), what: 'lists numbers' },
    docpath: { fits: () => true, what: 'is a path' },
  }),
)
