import { span, touches, type Span } from '../../../core/span.ts'
import { isWithin } from '../../../core/domain.ts'
import type { DnsRecord } from '../../../core/dns.ts'
import type { Word } from '../../../dns/zone/tokens.ts'
import type { Zone } from '../../../dns/zone/zone.ts'
import { completeSpf } from './complete-spf.ts'
import { completeTags } from './complete-tags.ts'
import {
  entryAt,
  insideOf,
  readDocument,
  type DocumentEntry,
  type ZoneDocument,
} from './document.ts'
import { fieldKind } from './fields.ts'
import { kindByName, textKind, type TextKind } from './text-kind.ts'
import { apexSign, directives } from './vocabulary/directives.ts'
import { dkimKeyTags } from './vocabulary/dkim-key.ts'
import { dmarcTags } from './vocabulary/dmarc.ts'
import { recordTypeWords } from './vocabulary/record-types.ts'

/** What may be written at a place. */
export interface Completions {
  /** The stretch that a chosen item replaces: what is typed of the word. */
  readonly from: number
  readonly to: number
  readonly items: readonly CompletionItem[]
}

export interface CompletionItem {
  readonly label: string
  readonly insert: string
  /** A few words beside the label: how it is written, where it leads. */
  readonly detail: string
  /** A sentence. Backticks mark code. */
  readonly documentation: string
}

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
  readonly entry: DocumentEntry
  readonly document: ZoneDocument
  readonly at: number
  readonly context: CompletionContext
}

const isInComment = ({ lines }: DocumentEntry, at: number): boolean =>
  lines.some(({ tokens }) =>
    tokens.some(({ kind, span: { from, to } }) => kind === 'comment' && from < at && at <= to),
  )

function completeEntry(place: Place): Completions {
  const { entry, at } = place
  const word = entry.words.find((each) => touches(each.span, at))
  const where = word?.span ?? span(at, at)
  const before = entry.words.filter(({ span: { to } }) => to < where.from || to < at)
  const behind = before.filter((each) => each !== word)
  if (at === entry.span.from || (!entry.indented && behind.length === 0))
    return offer(where, ownersAt(place))
  if (entry.kind === 'directive') return offer(where, directiveValues(entry, place))
  if (!isTypeDone(entry, behind)) return offer(where, typeItems(entry, place))
  return completeData(place, word, behind)
}

const offer = ({ from, to }: Span, items: readonly CompletionItem[]): Completions => ({
  from,
  to,
  items,
})

const isTypeDone = ({ head }: DocumentEntry, behind: readonly Word[]): boolean =>
  head.type !== undefined && behind.includes(head.type)

/** At a line's start: a directive, the zone itself, or a name that is there already. */
function ownersAt({ document, at, context }: Place): CompletionItem[] {
  const owners = document.lines.flatMap(({ head, span: { from, to } }) =>
    head.owner && !head.owner.quoted && !(from <= at && at <= to) ? [head.owner.raw] : [],
  )
  const usual = ['_dmarc', 'selector1._domainkey', 'mx', 'www']
  const names = [...new Set([...owners, ...usual])].filter((name) => name !== '@')
  return [
    word('@', '@ ', `${context.origin}.`, apexSign.meaning),
    ...Object.entries(directives)
      .filter(([name]) => name !== '$INCLUDE')
      .map(([name, { syntax, meaning }]) => word(name, `${name} `, syntax, meaning)),
    ...names.map((name) => word(name, `${name} `, 'name', 'A name of this zone.')),
  ]
}

const word = (
  label: string,
  insert: string,
  detail: string,
  documentation: string,
): CompletionItem => ({ label, insert, detail, documentation })

function directiveValues({ words }: DocumentEntry, { context }: Place): CompletionItem[] {
  const name = words[0]?.raw.toUpperCase()
  if (name === '$ORIGIN')
    return [word(`${context.origin}.`, `${context.origin}.`, 'this zone', apexSign.meaning)]
  if (name !== '$TTL') return []
  return [
    word('300', '300', '5 minutes', 'Changes are seen soon: good before a move.'),
    word('3600', '3600', '1 hour', 'A good middle.'),
    word('86400', '86400', '1 day', 'Few questions, slow changes.'),
  ]
}

/** The record types; those that fit the name come first. */
function typeItems({ owner }: DocumentEntry, { context: { origin } }: Place): CompletionItem[] {
  const items = recordTypeWords.map(({ type, syntax, meaning }) =>
    word(type, `${type} `, syntax, meaning),
  )
  const first = kindByName(owner) !== undefined || owner !== origin ? 'TXT' : 'MX'
  if (kindByName(owner) === undefined) return items
  return items.toSorted((a, b) => Number(b.label === first) - Number(a.label === first))
}

function completeData(
  place: Place,
  current: Word | undefined,
  behind: readonly Word[],
): Completions {
  const { entry, at } = place
  const index = behind.indexOf(entry.head.type!) < 0 ? 0 : dataIndex(entry, behind)
  const where = current?.span ?? span(at, at)
  switch (fieldKind(entry.type!, index)) {
    case 'name':
      return offer(where, hostItems(place))
    case 'number':
      return offer(where, entry.type === 'MX' ? preferences : [])
    case 'address4':
    case 'address6':
      return offer(where, [])
    case 'text':
      return completeText(place, current)
    default:
      return offer(where, [])
  }
}

const dataIndex = ({ head }: DocumentEntry, behind: readonly Word[]): number =>
  head.data.filter((each) => behind.includes(each)).length

const preferences: readonly CompletionItem[] = [
  word('10', '10 ', 'preference', 'The lowest preference is tried first.'),
  word('20', '20 ', 'preference', 'Tried if no host with a lower one answers.'),
]

interface Host {
  readonly name: string
  readonly addresses: readonly string[]
}

/** Every name that has an address, with what it has. */
function hostsOf(zones: readonly Zone[]): Host[] {
  const hosts = new Map<string, string[]>()
  for (const { records } of zones)
    for (const { record } of records) {
      const address = addressOf(record)
      if (address === undefined) continue
      const known = hosts.get(record.name)
      if (known) known.push(address)
      else hosts.set(record.name, [address])
    }
  return [...hosts].map(([name, addresses]) => ({ name, addresses }))
}

const addressOf = (record: DnsRecord): string | undefined =>
  record.type === 'A' || record.type === 'AAAA' ? record.address : undefined

/** Hosts as a target names them: short inside the zone, with a final dot outside of it. */
function hostItems({ entry: { origin }, context: { zones } }: Place): CompletionItem[] {
  return hostsOf(zones).map(({ name, addresses }) =>
    word(
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

/** Inside of a string, or in place of one. */
function completeText({ entry, at, context }: Place, current: Word | undefined): Completions {
  const { owner, head } = entry
  const inside = current && insideOf(current)
  const kind = textKind(head.data.map(({ raw }) => raw).join(''), owner)
  if (!current?.quoted || !inside || at < inside.from || at > inside.to)
    return offer(current?.span ?? span(at, at), wholeTexts(owner))
  const text = current.raw
  const local = at - inside.from
  const isFirst = head.data[0] === current
  const found =
    isFirst && isVersionOpen(text, local)
      ? { from: 0, to: text.length, items: versions(owner) }
      : completeKind(kind, text, local, context)
  return { ...found, from: found.from + inside.from, to: found.to + inside.from }
}

const isVersionOpen = (text: string, at: number): boolean =>
  /^[v=a-z0-9]*$/i.test(text) && 'v=spf1 v=dkim1 v=dmarc1'.includes(text.slice(0, at).toLowerCase())

function completeKind(
  kind: TextKind | undefined,
  text: string,
  at: number,
  { zones }: CompletionContext,
): Completions {
  if (kind === 'spf') return completeSpf(text, at, hostsOf(zones), senders(zones))
  if (kind === 'dkim') return completeTags(text, at, dkimKeyTags)
  if (kind === 'dmarc') return completeTags(text, at, dmarcTags)
  return { from: at, to: at, items: [] }
}

/** Names with an SPF record of their own: what `include` may name. */
const senders = (zones: readonly Zone[]): string[] => [
  ...new Set(
    zones.flatMap(({ records }) =>
      records.flatMap(({ record }) =>
        record.type === 'TXT' && /^v=spf1( |$)/i.test(record.strings.join('')) ? [record.name] : [],
      ),
    ),
  ),
]

const SPF = word('"v=spf1 …"', '"v=spf1 mx -all"', 'SPF', 'Says which hosts send for the domain.')
const DKIM = word('"v=DKIM1; …"', '"v=DKIM1; k=rsa; p="', 'DKIM', 'Publishes a key for signatures.')
const DMARC = word(
  '"v=DMARC1; …"',
  '"v=DMARC1; p=none"',
  'DMARC',
  'Says what becomes of mail that fails, and who gets reports.',
)

function wholeTexts(owner: string): CompletionItem[] {
  const kind = kindByName(owner)
  if (kind === 'dkim') return [DKIM]
  return kind === 'dmarc' ? [DMARC] : [SPF]
}

/** How the text begins, without the quotes that are there already. */
function versions(owner: string): CompletionItem[] {
  const begin = { dkim: 'v=DKIM1; ', dmarc: 'v=DMARC1; ', spf: 'v=spf1 ' }
  const kind = kindByName(owner) ?? 'spf'
  return wholeTexts(owner).map((item) => ({
    ...item,
    label: begin[kind].trimEnd(),
    insert: begin[kind],
  }))
}
