import { isWithin } from '../../core/domain.ts'
import { familyByName } from '../../auth/text-family.ts'
import { span, touches } from '../../core/span.ts'
import type { Word } from '../../dns/zone/tokens.ts'
import { apexSign, directives } from '../../dns/zone/vocabulary.ts'
import type { Zone, ZoneEntry } from '../../dns/zone/zone.ts'
import { item, offer, type CompletionItem, type Completions } from './answers.ts'
import { completeText } from './complete-text.ts'
import { entryAt, fieldAt, isIndented, readDocument, typeOf, wholeLines } from './document.ts'
import { hostsOf } from './known-hosts.ts'
import { offeredTypes } from './known-types.ts'

export interface CompletionContext {
  /** The zone's own name; relative names end in it. */
  readonly origin: string
  /** All zones that are published: their hosts are offered. */
  readonly zones: readonly Zone[]
}

/** What may stand at the place, all of it: narrowing down is the editor's part. Never throws. */
export function completionsAt(
  text: string,
  offset: number,
  context: CompletionContext,
): Completions {
  const at = Math.min(Math.max(0, Math.trunc(offset) || 0), text.length)
  const document = readDocument(text, context.origin)
  const entry = entryAt(document, at)
  if (!entry || isInComment(entry, at)) return { from: at, to: at, items: [] }
  return completeEntry({ entry, document, at, context })
}

interface Place {
  readonly entry: ZoneEntry
  readonly document: Zone
  readonly at: number
  readonly context: CompletionContext
}

const isInComment = ({ lines }: ZoneEntry, at: number): boolean =>
  lines.some(({ tokens }) =>
    tokens.some(({ kind, span: { from, to } }) => kind === 'comment' && from < at && at <= to),
  )

function completeEntry(place: Place): Completions {
  const { entry, at } = place
  const word = entry.words.find((each) => touches(each.span, at))
  const where = word?.span ?? span(at, at)
  const isBehind = (each: Word | undefined): boolean =>
    each !== undefined && each !== word && each.span.to <= at
  if (at === wholeLines(entry).from || (!isIndented(entry) && !isBehind(entry.words[0])))
    return offer(where, ownersAt(place))
  if (entry.kind === 'directive') return offer(where, directiveValues(entry, place))
  if (!entry.head || !isBehind(entry.head.type)) return offer(where, typeItems(entry))
  return completeData(place, word, entry.head.data.filter(isBehind).length)
}

/** At a line's start: a directive, the zone itself, or a name that is there already. */
function ownersAt({ document, at, context }: Place): CompletionItem[] {
  const owners = document.entries.flatMap((entry) => {
    const written = entry.head?.owner
    return written && !written.quoted && !touches(wholeLines(entry), at) ? [written.raw] : []
  })
  const usual = ['_dmarc', 'selector1._domainkey', 'mx', 'www']
  const names = [...new Set([...owners, ...usual])].filter((name) => name !== '@')
  return [
    item('@', '@ ', `${context.origin}.`, apexSign.meaning),
    ...['$TTL', '$ORIGIN'].map((name) => {
      const { syntax, meaning } = directives.get(name)!
      return item(name, `${name} `, syntax, meaning)
    }),
    ...names.map((name) => item(name, `${name} `, 'name', 'A name of this zone.')),
  ]
}

function directiveValues({ words }: ZoneEntry, { context }: Place): CompletionItem[] {
  const name = words[0]?.raw.toUpperCase()
  if (name === '$ORIGIN')
    return [item(`${context.origin}.`, `${context.origin}.`, 'this zone', apexSign.meaning)]
  if (name !== '$TTL') return []
  return [
    item('300', '300', '5 minutes', 'Changes are seen soon: good before a move.'),
    item('3600', '3600', '1 hour', 'A good middle.'),
    item('86400', '86400', '1 day', 'Few questions, slow changes.'),
  ]
}

/** The record types; where a key or a policy belongs, `TXT` comes first. */
function typeItems({ owner }: ZoneEntry): CompletionItem[] {
  const items = offeredTypes.map(({ type, syntax, meaning }) =>
    item(type, `${type} `, syntax, meaning),
  )
  if (familyByName(owner) === undefined) return items
  return items.toSorted((a, b) => Number(b.label === 'TXT') - Number(a.label === 'TXT'))
}

function completeData(place: Place, current: Word | undefined, index: number): Completions {
  const { entry, at, context } = place
  const where = current?.span ?? span(at, at)
  const type = typeOf(entry)
  const kind = type && fieldAt(type, index)?.kind
  if (kind === 'text') return completeText(entry, at, current, context.zones)
  if (kind === 'name') return offer(where, hostItems(place))
  return offer(where, kind === 'number' && type?.type === 'MX' ? preferences : [])
}

const preferences: readonly CompletionItem[] = [
  item('10', '10 ', 'preference', 'The lowest preference is tried first.'),
  item('20', '20 ', 'preference', 'Tried if no host with a lower one answers.'),
]

/** Hosts as a target names them: short inside the zone, with a final dot outside of it. */
function hostItems({ entry: { origin }, context: { zones } }: Place): CompletionItem[] {
  return hostsOf(zones).map(({ name, addresses }) =>
    item(
      `${name}.`,
      relativeName(name, origin),
      addresses.slice(0, 3).join(', '),
      'A host with a published address.',
    ),
  )
}

function relativeName(name: string, origin: string): string {
  if (name === origin) return '@'
  return origin !== '' && isWithin(name, origin) ? name.slice(0, -origin.length - 1) : `${name}.`
}
