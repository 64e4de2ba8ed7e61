/** What was found in a pasted text: lines of a zone file, and what was not taken along. */
export interface Converted {
  readonly text: string
  /** Sentences: records that have no form in a zone file. */
  readonly notes: readonly string[]
}

/** A record before it is written: an absolute name without its final dot, and data as a zone file has it. */
export interface RecordLine {
  readonly name: string
  readonly ttl: number | undefined
  readonly type: string
  readonly data: string
}

/** Records as lines, in order, with their names relative to the origin. */
export const zoneLines = (records: readonly RecordLine[], origin: string): string =>
  records
    .map(({ name, ttl, type, data }) =>
      [relativeName(name, origin), ...(ttl === undefined ? [] : [ttl]), type, data].join(' '),
    )
    .join('\n') + (records.length ? '\n' : '')

/** A name as it stands in a zone: `@`, `mail`, or `mail.example.net.` where it is outside. */
export function relativeName(name: string, origin: string): string {
  const plain = name.replace(/\.$/, '')
  if (plain.toLowerCase() === origin) return '@'
  const tail = `.${origin}`
  if (plain.toLowerCase().endsWith(tail)) return plain.slice(0, -tail.length)
  return `${plain}.`
}

/** Octets of a character-string (RFC 1035 §3.3). */
const MAX_STRING = 255

/** A text as the data of a TXT record: in quotes, in pieces of at most 255 octets. */
export function quoted(text: string): string {
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const character of text) {
    const octets = new TextEncoder().encode(character).length
    if (size + octets > MAX_STRING) {
      pieces.push(piece)
      piece = ''
      size = 0
    }
    piece += character
    size += octets
  }
  return [...pieces, piece].map((one) => `"${one.replace(/["\\]/g, String.raw`\$&`)}"`).join(' ')
}

/** A host's name as data: with a final dot. */
export const absolute = (name: string): string => `${name.replace(/\.$/, '')}.`

/** What stands on one line of a zone: a line end in a value would begin another record. */
export const onOneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')
