import type { DnsRecord } from '../../core/dns.ts'
import { toSource } from '../../core/mapped-text.ts'
import { touches, type Span } from '../../core/span.ts'
import { recordFormats } from '../../auth/formats/index.ts'
import { textFamilyOf } from '../../auth/text-family.ts'
import { joinStrings } from '../../dns/fields/strings.ts'
import { readName } from '../../dns/names.ts'
import type { RecordFormat } from '../../dns/record-type.ts'
import { parseDuration } from '../../dns/zone/duration.ts'
import type { Word } from '../../dns/zone/tokens.ts'
import {
  apexSign,
  directives,
  internetClass,
  ttlWord,
  type ZoneWord,
} from '../../dns/zone/vocabulary.ts'
import type { Zone, ZoneEntry } from '../../dns/zone/zone.ts'
import type { Hover } from './answers.ts'
import { entryAt, fieldAt, readDocument, typeOf } from './document.ts'
import { durationText } from './duration-text.ts'
import { hoverInSpf } from './hover-spf.ts'
import { hoverInTags } from './hover-tags.ts'

export interface HoverContext {
  /** The zone's own name; relative names end in it. */
  readonly origin: string
  /** All published zones; they show where a name leads. */
  readonly zones: readonly Zone[]
}

/** What stands at the place. Takes any text and offset; never throws. */
export function hoverAt(text: string, offset: number, context: HoverContext): Hover | undefined {
  const entry = entryAt(readDocument(text, context.origin), offset)
  const word = entry?.words.find(({ span }) => touches(span, offset))
  if (!entry || !word) return undefined
  if (entry.kind === 'directive') return hoverDirective(entry, word)
  const { head } = entry
  if (!head) return undefined
  if (word === head.owner) return hoverOwner(word, entry)
  if (word === head.ttl) return hoverTtl(word)
  if (word === head.class) return explain(word.span, word.raw, internetClass)
  const type = typeOf(entry)
  if (!type) return undefined
  if (word === head.type) return explain(word.span, word.raw.toUpperCase(), type)
  return hoverData(word, { ...entry, head, type }, offset, context)
}

const explain = (span: Span, title: string, { meaning, syntax, source }: ZoneWord): Hover => ({
  span,
  title,
  lines: [meaning, `Written \`${syntax}\`.`],
  source,
})

const explainIf = (span: Span, title: string, word: ZoneWord | undefined): Hover | undefined =>
  word && explain(span, title, word)

function hoverDirective({ words }: ZoneEntry, word: Word): Hover | undefined {
  const name = words[0]!.raw.toUpperCase()
  if (name === '$TTL' && word !== words[0]) return hoverTtl(word)
  return explainIf(word.span, name, directives.get(name))
}

function hoverOwner(word: Word, { owner }: ZoneEntry): Hover {
  const title = `${owner}.`
  if (word.raw === '@') return { ...explain(word.span, title, apexSign), lines: [apexSign.meaning] }
  const lines = [`The name that this record belongs to: \`${title}\``]
  return { span: word.span, title, lines }
}

function hoverTtl(word: Word): Hover | undefined {
  const seconds = parseDuration(word.raw)
  if (seconds === undefined) return undefined
  const { meaning, source } = ttlWord
  return { span: word.span, title: durationText(seconds), lines: [meaning], source }
}

/** An entry whose line names a type. */
type TypedEntry = ZoneEntry & Required<Pick<ZoneEntry, 'head'>> & { readonly type: RecordFormat }

function hoverData(
  word: Word,
  entry: TypedEntry,
  offset: number,
  context: HoverContext,
): Hover | undefined {
  const field = fieldAt(entry.type, entry.head!.data.indexOf(word))
  const label = field?.meaning
  switch (field?.kind) {
    case 'text':
      return hoverText(entry, offset)
    case 'name':
      return hoverName(word, entry, label, context)
    case 'duration':
      return hoverDuration(word, label)
    default:
      return label === undefined ? undefined : { span: word.span, title: word.raw, lines: [label] }
  }
}

function hoverDuration(word: Word, label: string | undefined): Hover | undefined {
  const seconds = parseDuration(word.raw)
  if (seconds === undefined || label === undefined) return undefined
  return { span: word.span, title: durationText(seconds), lines: [label] }
}

/** A target: which name it is, and where that leads. */
function hoverName(
  word: Word,
  { origin, type }: TypedEntry,
  label: string | undefined,
  { zones }: HoverContext,
): Hover {
  if (word.raw === '.' && type.type === 'MX')
    return {
      span: word.span,
      title: 'Null MX',
      lines: ['This domain takes in no mail at all. No other MX may stand beside it.'],
      source: { rfc: 7505, section: '3' },
    }
  const { name } = readName(word.raw, origin)
  const found = zones.flatMap(({ records }) => records.filter(({ record }) => record.name === name))
  const leads = found.flatMap(({ record }) => whereTo(record))
  const nowhere = 'Nothing is published at this name here.'
  return {
    span: word.span,
    title: `${name}.`,
    lines: [...(label ? [label] : []), ...(leads.length ? leads : found.length ? [] : [nowhere])],
  }
}

function whereTo(record: DnsRecord): string[] {
  if (record.type === 'A' || record.type === 'AAAA') return [`Its address: \`${record.address}\``]
  if (record.type === 'CNAME') return [`An alias of \`${record.target}.\``]
  return []
}

function hoverText({ head, owner }: TypedEntry, offset: number): Hover | undefined {
  const mapped = joinStrings(head!.data)
  const family = textFamilyOf(owner, mapped.text)
  if (family === undefined) return undefined
  const hover =
    family === 'spf'
      ? hoverInSpf(mapped, offset)
      : hoverInTags(mapped, offset, recordFormats[family])
  return hover && { ...hover, span: toSource(mapped, hover.span) }
}
