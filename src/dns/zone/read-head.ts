import type { RecordData } from '../../core/dns.ts'
import { isWithin } from '../../core/domain.ts'
import { span } from '../../core/span.ts'
import { isAbsolute } from '../names.ts'
import { MAX_TTL, parseDuration } from './duration.ts'
import { countMarks } from './lexer.ts'
import { nameOf } from './name-problems.ts'
import { replace } from './problem.ts'
import { badTtl, noOwner, noTtl, otherClass } from './problems/records.ts'
import {
  mayStandAtApex,
  type OutsideOwner,
  type Owner,
  type Reading,
  type RecordSource,
} from './state.ts'
import type { Word } from './tokens.ts'
import type { RecordParts } from './zone.ts'

type NamedOwner = Owner & { readonly name: string }

/** The owner as written, or inherited. One that is broken stays broken for the lines below it. */
export function readOwner(
  { owner, type }: RecordParts,
  source: RecordSource,
  reading: Reading,
): NamedOwner | undefined {
  if (owner) reading.owner = stateOwner(owner, reading)
  else if (!reading.owner) reportNoOwner(type, source, reading)
  const outside = reading.owner?.outside
  if (outside) {
    outside.records++
    outside.isSoa ||= type.raw.toUpperCase() === 'SOA'
    reading.problems.refuse()
  }
  return reading.owner && isNamed(reading.owner) ? reading.owner : undefined
}

const isNamed = (owner: Owner): owner is NamedOwner => owner.name !== undefined

/** Reads an owner and remembers it for the lines that inherit it. */
export function stateOwner(word: Word, reading: Reading): Owner {
  const { problems, origin, originAt, apex } = reading
  const name = nameOf(word, origin, problems.report)
  if (name === undefined || isWithin(name, apex)) return { name, span: word.span }
  const outside: OutsideOwner = {
    ...{ name, word, origin, isSoa: false, records: 0 },
    originAt: isAbsolute(word.raw) ? undefined : originAt,
  }
  reading.outside.push(outside)
  return { name: undefined, span: word.span, outside }
}

function reportNoOwner(type: Word, { entry }: RecordSource, { problems }: Reading): void {
  const start = entry.lines[0]!.span.from
  problems.report(
    noOwner,
    type.span,
    'This line starts with a space, so it inherits the name above; but no name stands above it.',
    {
      fixes: mayStandAtApex(type)
        ? [replace('Give it to the zone itself: `@`', span(start, entry.span.from), '@ ')]
        : [],
    },
  )
}

export function checkClass(parts: RecordParts, { problems }: Reading): void {
  const word = parts.class
  if (!word || word.raw === 'IN' || /^(IN|CLASS0*1)$/i.test(word.raw)) return
  problems.report(otherClass, word.span, `\`${word.raw}\` is not the class of the Internet.`, {
    fixes: [replace('Write `IN`', word.span, 'IN')],
  })
}

/** Used where neither a TTL nor an SOA sets how long: an hour, in seconds. */
const FALLBACK_TTL = 3600

/**
 * The TTL as written; or `$TTL` (RFC 2308 §4); or the one stated last (RFC 1035 §5.1); or the SOA's
 * minimum, which is what name servers fall back to.
 */
export function readTtl(
  parts: RecordParts,
  data: RecordData | undefined,
  reading: Reading,
): number {
  if (parts.ttl) return (reading.lastTtl = readOwnTtl(parts.ttl, reading))
  const ttl = reading.defaultTtl ?? reading.lastTtl
  if (ttl !== undefined) return ttl
  if (data?.type === 'SOA') reading.soaMinimum ??= data.minimum
  const fallback = reading.soaMinimum ?? FALLBACK_TTL
  if (!reading.ttlMissed) reportNoTtl(parts, fallback, reading)
  return fallback
}

function readOwnTtl(word: Word, { problems }: Reading): number {
  const seconds = parseDuration(word.raw)!
  if (seconds > MAX_TTL)
    problems.report(badTtl, word.span, `${seconds} seconds are over ${MAX_TTL}, the most.`)
  return Math.min(seconds, MAX_TTL)
}

function reportNoTtl(parts: RecordParts, ttl: number, reading: Reading): void {
  reading.ttlMissed = true
  const start = countMarks(reading.text)
  reading.problems.report(
    noTtl,
    (parts.owner ?? parts.type).span,
    `Nothing sets how long this record may be kept, so ${ttl} seconds are used.`,
    { fixes: [replace(`Add \`$TTL ${ttl}\``, span(start, start), `$TTL ${ttl}\n`)] },
  )
}
