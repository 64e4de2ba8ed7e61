import type { DnsRecord } from '../core/dns.ts'
import { mapPlain, mappedTextBuilder, type MappedText } from '../core/mapped-text.ts'
import { span, type Span } from '../core/span.ts'
import type { TextRecord } from './family.ts'

/** The file that diagnostics of examples are in. */
export const EXAMPLE_FILE = 'example'

/**
 * A rule's example as records. The first line is the record it is about: its text alone, or
 * `owner TXT text` where the owner matters. Lines below are its neighbours: `owner MX 10 host`,
 * `owner TXT text`, `owner A address`, `owner CNAME target`.
 */
export interface RecordExample {
  /** Placed in the example's text. */
  readonly record: TextRecord
  readonly all: readonly DnsRecord[]
}

export function readRecordExample(example: string, owner: string): RecordExample {
  const [first = '', ...rest] = example.split('\n')
  const written = /^(\S+) TXT (.*)$/.exec(first)
  const value = written?.[2] ?? first
  const record = placed(
    textRecord(written?.[1] ?? owner, value),
    span(0, first.length),
    mapPlain(value, first.length - value.length),
  )
  return { record, all: [record, ...rest.flatMap(readNeighbour)] }
}

const TTL = 3600

const textRecord = (name: string, text: string): TextRecord => ({
  name,
  ttl: TTL,
  type: 'TXT',
  strings: [text],
})

function readNeighbour(line: string): DnsRecord[] {
  const [name = '', type, ...words] = line.trim().split(' ')
  const value = words.join(' ')
  if (type === 'TXT') return [textRecord(name, value)]
  if (type === 'A') return [{ name, ttl: TTL, type, address: value }]
  if (type === 'CNAME') return [{ name, ttl: TTL, type, target: value }]
  if (type === 'MX')
    return [
      {
        name,
        ttl: TTL,
        type,
        preference: Number(words[0]),
        exchange: words[1] === '.' ? '' : (words[1] ?? ''),
      },
    ]
  return []
}

const TYPE_99 = 'SPF: '
const BETWEEN_STRINGS = '" "'

/** Each line a TXT record at `example.com`; `" "` separates strings, `SPF: ` sets type 99. */
export function readSpfExample(example: string): TextRecord[] {
  let at = 0
  return example.split('\n').map((line) => {
    const record = spfRecord(line, at)
    at += line.length + 1
    return record
  })
}

function spfRecord(line: string, start: number): TextRecord {
  const isType99 = line.startsWith(TYPE_99)
  const strings = (isType99 ? line.slice(TYPE_99.length) : line).split(BETWEEN_STRINGS)
  const text = mappedTextBuilder()
  let at = start + (isType99 ? TYPE_99.length : 0)
  for (const string of strings) {
    text.add(string, span(at, at + string.length))
    at += string.length + BETWEEN_STRINGS.length
  }
  const type = isType99 ? 'SPF' : 'TXT'
  const record: TextRecord = { name: 'example.com', ttl: TTL, type, strings }
  return placed(record, span(start, start + line.length), text.build())
}

const placed = (record: TextRecord, whole: Span, text: MappedText): TextRecord => ({
  ...record,
  place: { file: EXAMPLE_FILE, span: whole },
  text,
})
