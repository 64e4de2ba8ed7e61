import { normalizeName } from '../../../core/domain.ts'
import { askedName } from '../../../core/idna.ts'
import { slice } from '../../../core/span.ts'
import type { Zone, ZoneEntry } from '../../../dns/zone/zone.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'zone' }>, 'kind'>

/**
 * The records of a zone as they are written, a row each, called by type and absolute name: `MX example.org`.
 * With `words`, the words of the first record that fits: owner, type and so on are called `owner`, `type`;
 * what a TXT record says is cut at its spaces, or its semicolons where it has such, and each part is called
 * by itself.
 */
export function zoneRows(zones: readonly Zone[], { origin, type, name, words }: Wanted): Row[] {
  const zone = zones.find((one) => askedName(one.origin) === askedName(origin))
  if (!zone) return []
  const records = zone.entries.filter(
    ({ kind, parts, owner }) =>
      kind === 'record' &&
      parts &&
      (type === undefined || parts.type.raw.toUpperCase() === type.toUpperCase()) &&
      (name === undefined || normalizeName(owner) === normalizeName(name)),
  )
  if (words === 'yes') return records[0] ? wordsOf(records[0]) : []
  return records.map(({ span, parts, owner }, at) => ({
    key: `z${at}`,
    name: `${parts!.type.raw.toUpperCase()} ${owner}`,
    text: slice(zone.text, span).replace(/\s+/g, ' ').trim(),
  }))
}

function wordsOf({ parts }: ZoneEntry): Row[] {
  const { owner, ttl, class: kind, type, data } = parts!
  const heads = Object.entries({ owner, ttl, class: kind, type }).flatMap(([name, word]) =>
    word ? [[name, word.raw] as const] : [],
  )
  const text = data.some(({ quoted }) => quoted) && data.map(({ raw }) => raw).join('')
  const said =
    typeof text === 'string'
      ? text.split(text.includes(';') ? /;\s*/ : /\s+/).filter((part) => part !== '')
      : data.map(({ raw }) => raw)
  return [...heads, ...said.map((part) => [part, part] as const)].map(([name, part], at) => ({
    ...{ key: `w${at}`, name, text: part },
  }))
}
