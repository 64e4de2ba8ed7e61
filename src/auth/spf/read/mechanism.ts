import { span } from '../../../core/span.ts'
import type { MacroString } from '../macro.ts'
import { problem, type Problem } from '../problem.ts'
import type {
  Mechanism,
  MechanismName,
  Network,
  Prefix,
  Qualifier,
  UnknownTerm,
} from '../record.ts'
import { readDomain } from './domain.ts'
import { readNetwork } from './network.ts'
import { cutPrefixes, readPrefix } from './prefix.ts'
import type { TermReading } from './reading.ts'
import { unknownProblem } from './unknown.ts'

/** A directive as written: its qualifier, its name, and what stands behind the name. */
interface Parts {
  readonly word: string
  readonly start: number
  readonly qualifier: string
  readonly name: string
  /** From the `:` or `/` on. */
  readonly argument: string
}

/** Reads a word that is no modifier as a directive: a mechanism with or without a qualifier. */
export function readMechanism(word: string, start: number): TermReading {
  const parts = cut(word, start)
  const name = parts.name.toLowerCase()
  if (!isMechanismName(name)) return readUnknown(parts, name)
  const { fields, problems } = READERS[name](parts)
  return { term: toMechanism(parts, name, fields), problems }
}

function cut(word: string, start: number): Parts {
  const first = word.charAt(0)
  const qualifier = QUALIFIERS.includes(first) ? first : ''
  const end = word.search(/[:/]/)
  const name = word.slice(qualifier.length, end < 0 ? word.length : end)
  return { word, start, qualifier, name, argument: word.slice(qualifier.length + name.length) }
}

const QUALIFIERS = '+-~?'

const nameStart = ({ start, qualifier }: Parts): number => start + qualifier.length
const argumentStart = (parts: Parts): number => nameStart(parts) + parts.name.length
const endOf = ({ start, word }: Parts): number => start + word.length

function toMechanism(parts: Parts, name: MechanismName, fields: Fields): Mechanism {
  const { start, word, qualifier } = parts
  const term: { -readonly [Key in keyof Mechanism]: Mechanism[Key] } = {
    kind: 'mechanism',
    span: span(start, start + word.length),
    text: word,
    name,
    nameSpan: span(nameStart(parts), argumentStart(parts)),
    qualifier: (qualifier || '+') as Qualifier,
  }
  if (qualifier) term.qualifierSpan = span(start, start + 1)
  if (fields.domain) term.domain = fields.domain
  if (fields.network) term.network = fields.network
  if (fields.cidr4) term.cidr4 = fields.cidr4
  if (fields.cidr6) term.cidr6 = fields.cidr6
  return term
}

function readUnknown(parts: Parts, name: string): TermReading {
  const term: UnknownTerm = {
    kind: 'unknown',
    span: span(parts.start, endOf(parts)),
    text: parts.word,
    name,
    nameSpan: span(nameStart(parts), argumentStart(parts)),
  }
  return { term, problems: [unknownProblem(term, parts.argument)] }
}

interface Fields {
  readonly domain?: MacroString | undefined
  readonly network?: Network | undefined
  readonly cidr4?: Prefix | undefined
  readonly cidr6?: Prefix | undefined
}

interface FieldReading {
  readonly fields: Fields
  readonly problems: readonly Problem[]
}

/** What each mechanism takes behind its name (§5). */
const READERS: Readonly<Record<MechanismName, (parts: Parts) => FieldReading>> = {
  all: readNothing,
  include: (parts) => readName(parts),
  exists: (parts) => readName(parts),
  ptr: (parts) => (parts.argument === '' ? NOTHING : readName(parts)),
  a: readHosts,
  mx: readHosts,
  ip4: (parts) => readAddresses(parts, 'ip4'),
  ip6: (parts) => readAddresses(parts, 'ip6'),
}

const isMechanismName = (name: string): name is MechanismName => NAMES.has(name)

const NAMES: ReadonlySet<string> = new Set(Object.keys(READERS))

const NOTHING: FieldReading = { fields: {}, problems: [] }

function readNothing(parts: Parts): FieldReading {
  if (parts.argument === '') return NOTHING
  const at = span(argumentStart(parts), endOf(parts))
  return {
    fields: {},
    problems: [
      problem(
        'all-argument',
        at,
        `\`all\` stands alone; \`${parts.argument}\` means nothing to it`,
      ),
    ],
  }
}

/** `:domain-spec` and no prefix: `include`, `exists`, `ptr`. */
function readName(parts: Parts): FieldReading {
  const { name, argument, word, start } = parts
  const end = /\d$/.test(argument) ? cutPrefixes(argument).end : argument.length
  const stray =
    end < argument.length
      ? [strayPrefix(name, argument.slice(end), argumentStart(parts) + end)]
      : []
  if (argument[0] !== ':')
    return { fields: {}, problems: stray.length ? stray : [missingDomain(name, word, start)] }
  const read = readDomain(argument.slice(1, end), argumentStart(parts) + 1, `${name}:`)
  return { fields: { domain: read.tree }, problems: [...read.problems, ...stray] }
}

const strayPrefix = (name: string, written: string, at: number): Problem =>
  problem(
    'stray-prefix',
    span(at, at + written.length),
    `\`${name}\` compares no addresses with a network, so it takes no prefix length \`${written}\``,
  )

const missingDomain = (name: string, word: string, start: number): Problem =>
  problem(
    'missing-domain',
    span(start, start + word.length),
    `\`${name}\` needs a domain: \`${name}:example.org\``,
  )

/** `[":" domain-spec] [dual-cidr-length]`: `a` and `mx`. */
function readHosts(parts: Parts): FieldReading {
  const { name, argument } = parts
  const at = argumentStart(parts)
  const cuts = cutPrefixes(argument)
  if (argument !== '' && argument[0] !== ':' && cuts.end > 0)
    return { fields: {}, problems: [notAPrefix(argument, at)] }
  const cidr4 = cuts.cidr4 === undefined ? undefined : readPrefix(cuts.cidr4, at + cuts.end, 'ip4')
  const cidr6At = at + argument.length - (cuts.cidr6?.length ?? 0)
  const cidr6 = cuts.cidr6 === undefined ? undefined : readPrefix(cuts.cidr6, cidr6At, 'ip6')
  const domain =
    argument[0] === ':' ? readDomain(argument.slice(1, cuts.end), at + 1, `${name}:`) : undefined
  return {
    fields: { domain: domain?.tree, cidr4: cidr4?.prefix, cidr6: cidr6?.prefix },
    problems: [
      ...(domain?.problems ?? []),
      ...(cidr4?.problems ?? []),
      ...(cidr6?.problems ?? []),
      ...(cuts.oneSlash ? [oneSlash(cuts.cidr6!, cidr6At)] : []),
    ],
  }
}

const notAPrefix = (argument: string, at: number): Problem =>
  problem('prefix-length', span(at, at + argument.length), `\`${argument}\` is no prefix length`)

const oneSlash = (written: string, at: number): Problem =>
  problem(
    'dual-prefix',
    span(at, at + written.length),
    `The second of two prefix lengths is for IPv6 and takes two slashes: \`/${written}\``,
  )

/** `":" network [cidr-length]`: `ip4` and `ip6`. */
function readAddresses(parts: Parts, family: 'ip4' | 'ip6'): FieldReading {
  if (parts.argument[0] !== ':' || parts.argument === ':')
    return {
      fields: {},
      problems: [
        problem(
          'missing-network',
          span(parts.start, endOf(parts)),
          `\`${family}\` needs an address: \`${family}:${family === 'ip4' ? '192.0.2.1' : '2001:db8::1'}\``,
        ),
      ],
    }
  const { network, prefix, problems } = readNetwork(
    parts.argument.slice(1),
    argumentStart(parts) + 1,
    family,
  )
  const cidr = prefix && (family === 'ip4' ? { cidr4: prefix } : { cidr6: prefix })
  return { fields: { network, ...cidr }, problems }
}
