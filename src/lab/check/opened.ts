import { latin1, utf8 } from '../../core/bytes.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { readableText, type ReadableText } from '../../core/octet-text.ts'
import { withCrlf } from '../../core/text/with-crlf.ts'
import type { TextFamily } from '../../auth/text-family.ts'
import { parseZone, type ParsedZone } from '../../dns/zone/parse.ts'
import { zoneNameOfFile } from '../../dns/zone/zone-name.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import type { LinkedText } from '../link/link.ts'
import type { ZoneFormat } from '../own-world/zone-import/guess.ts'
import { checkLimits } from './limits.ts'
import { domainIn, NAMELESS, recordNamed } from './named-text.ts'
import { zoneNameOf } from './zone-named.ts'
import { otherDomains } from './other-domains.ts'
import { messageSource } from '../../message/message-source.ts'
import { unindented } from './unindented.ts'
import { recognize, type Recognized } from './recognize.ts'

/** A text, read as what it is. `file` names it in findings, and `text` is what their spans count in. */
export type Opened = { readonly file: string; readonly text: string } & (
  | {
      readonly kind: 'zone'
      readonly parsed: ParsedZone
      /** Of answers about several domains, those of the others. */
      readonly others?: readonly ParsedZone[]
      /** Whether nothing gave its name. */
      readonly isNameless: boolean
      /** What it was before it became lines of a zone; absent for a zone file. */
      readonly format?: string
    }
  | {
      readonly kind: 'record'
      readonly family: TextFamily
      readonly record: DnsRecord
      readonly isNameless: boolean
    }
  | {
      readonly kind: 'message'
      readonly message: Message
      readonly readable: ReadableText
      /** Whether it ends with its header. */
      readonly isHeaderOnly: boolean
      /** Lines of what was pasted that its mail program put before it. */
      readonly linesBefore: number
      readonly note?: string
    }
  | { readonly kind: 'unknown'; readonly note: string }
)

export type OpenedMessage = Extract<Opened, { kind: 'message' }>

/** Reads one text. @param at Its place in the list, which names it. */
export async function openText(given: LinkedText, at: number): Promise<Opened> {
  const { name, octets, copy } = given
  const { text, prefix } = unindented(given.text)
  const file = `${at}`
  const found = copy ? recognizeCopy(text, name) : recognize(text, name)
  const converted =
    copy || isPlain(found, text) ? undefined : await convertedZone({ ...given, text })
  if (converted) return { kind: 'zone', file, ...converted, parsed: parsedAs(converted, file) }
  switch (found.kind) {
    case 'zone': {
      const origin = zoneNameOf(name, text)
      const parsed = parseZone(text, { origin: normalizeName(origin ?? NAMELESS), file })
      const isNameless = origin === undefined
      const others = isNameless ? [] : otherDomains(name, text, parsed.zone.origin)
      if (others.length === 0) return { kind: 'zone', file, text, parsed, isNameless }
      return {
        ...{ kind: 'zone', file, text, isNameless, parsed: withoutStrays(parsed) },
        others: others.map((one) => withoutStrays(parseZone(text, { origin: one, file }))),
      }
    }
    case 'record': {
      const owner = domainIn(name)
      const { family, value } = found
      const record = recordNamed(owner, found, file)
      return { kind: 'record', file, text: value, family, record, isNameless: owner === undefined }
    }
    case 'message': {
      const source = messageSource(text)
      const lines = withCrlf(source.text)
      const message = parseMessage(octets ? latin1(lines) : utf8(lines))
      const readable = readableText(message.text)
      const isHeaderOnly = message.text.slice(message.bodyStart).trim() === ''
      const { linesBefore } = source
      const quoted =
        prefix === ''
          ? undefined
          : 'What stands before each line was left out. Such a copy is seldom exact, so a signature may no longer hold.'
      const note = source.note ?? quoted
      const read = { file, text: readable.text, message, readable, isHeaderOnly, linesBefore }
      return { kind: 'message', ...read, ...(note !== undefined && { note }) }
    }
    default:
      return { kind: 'unknown', file, text, note: found.note }
  }
}

/** Each domain of several has its records in a zone of its own: none is outside. */
const withoutStrays = (parsed: ParsedZone): ParsedZone => ({
  ...parsed,
  problems: parsed.problems.filter(({ code }) => code !== 'zone/out-of-zone'),
})

/** Whether a text need not be looked at as another program's list of records. */
const isPlain = ({ kind }: Recognized, text: string): boolean =>
  kind === 'message' ||
  kind === 'record' ||
  (kind === 'zone' && /\bSOA\b/i.test(text) && !/^\s*[^;\n]*\btype\b/i.test(text))

const parsedAs = ({ text, origin }: ConvertedZone, file: string): ParsedZone =>
  parseZone(text, { origin, file })

interface ConvertedZone {
  readonly text: string
  readonly origin: string
  readonly isNameless: boolean
  readonly format: string
}

/** What Route 53, octoDNS, Cloudflare, a table or `nslookup` have of a zone, as its lines; code that is seldom needed. */
async function convertedZone({ name, text }: LinkedText): Promise<ConvertedZone | undefined> {
  if (text.length > checkLimits.text) return undefined
  const { guessFormat } = await import('../own-world/zone-import/guess.ts')
  const guess = guessFormat(text)
  if ('message' in guess || guess.format === 'zone file') return undefined
  const named = domainIn(name) ?? zoneNameOfFile(name) ?? guess.origin
  const origin = normalizeName(named || NAMELESS)
  const lines = guess.convert(origin).text
  if (lines.trim() === '') return undefined
  return { text: lines, origin, isNameless: named === '', format: FORMATS[guess.format] }
}

const FORMATS = {
  'zone file': '',
  'Cloudflare export': 'Cloudflare’s export',
  'Cloudflare list': 'Cloudflare’s list of records',
  octoDNS: 'octoDNS',
  'Route 53': 'Route 53’s record sets',
  'record sets': 'the record sets of a DNS service',
  table: 'a table of records',
  lookups: 'what a lookup printed',
  values: 'the values of records',
} as const satisfies Readonly<Record<ZoneFormat, string>>

/** A copy that is compared is a message, unless it plainly is none. */
function recognizeCopy(text: string, name: string): ReturnType<typeof recognize> {
  const found = recognize(text, name)
  return found.kind === 'message' || found.kind === 'unknown'
    ? found
    : { kind: 'unknown', note: 'This is no message: paste its source, from its first field on.' }
}
