import { isObject } from '../../../core/text/is-object.ts'
import {
  absolute,
  onOneLine,
  quoted,
  zoneLines,
  type Converted,
  type RecordLine,
} from './zone-text.ts'

type Fields = Readonly<Record<string, unknown>>

/** A mapping of names, each with a record or a list of them: `{ type: MX, value: … }`. */
export const isOctodns = (data: unknown): boolean =>
  isObject(data) &&
  Object.keys(data).length > 0 &&
  Object.values(data).every((one) => listOf(one).some((record) => isRecord(record)))

const isRecord = (one: unknown): one is Fields => isObject(one) && typeof one['type'] === 'string'

/** Records that are read: aliases of a YAML file could make millions of a few lines. */
const MOST_RECORDS = 20_000

/** The records as zone lines; an empty name stands for the zone itself. */
export function fromOctodns(data: unknown, origin: string): Converted {
  const notes: string[] = []
  const lines: RecordLine[] = []
  for (const [label, entry] of Object.entries(isObject(data) ? data : {}))
    for (const record of listOf(entry).filter(isRecord)) {
      if (lines.length > MOST_RECORDS) break
      const name = label === '' || label === '@' ? origin : `${label}.${origin}`
      lines.push(...linesOf(name, record, notes))
    }
  if (lines.length > MOST_RECORDS)
    notes.push(`Only the first ${MOST_RECORDS.toLocaleString('en')} records were read.`)
  return { text: zoneLines(lines.slice(0, MOST_RECORDS), origin), notes }
}

function linesOf(name: string, record: Fields, notes: string[]): RecordLine[] {
  const type = String(record['type'])
  const write = writers[type]
  if (!write) {
    notes.push(`\`${name}\` ${type} has no form in a zone file here: it was left out.`)
    return []
  }
  const values = listOf(record['values'] ?? record['value']).slice(0, MOST_RECORDS)
  const ttl = typeof record['ttl'] === 'number' ? record['ttl'] : undefined
  return values.map((value) => ({ name, ttl, type, data: onOneLine(write(value)) }))
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const field =
  (...names: readonly string[]) =>
  (value: unknown): string =>
    isObject(value) ? text(names.map((name) => value[name]).find((one) => one !== undefined)) : ''

const host = (value: unknown): string => absolute(text(value))

const writers: Readonly<Record<string, (value: unknown) => string>> = {
  A: text,
  AAAA: text,
  CNAME: host,
  DNAME: host,
  NS: host,
  PTR: host,
  // In these texts a semicolon is escaped.
  TXT: (value) => quoted(text(value).replaceAll(String.raw`\;`, ';')),
  SPF: (value) => quoted(text(value).replaceAll(String.raw`\;`, ';')),
  MX: (value) =>
    `${field('preference', 'priority')(value)} ${absolute(field('exchange', 'value')(value))}`,
  SRV: (value) =>
    `${field('priority')(value)} ${field('weight')(value)} ${field('port')(value)} ${absolute(field('target')(value))}`,
  CAA: (value) =>
    `${field('flags')(value) || '0'} ${field('tag')(value)} ${quoted(field('value')(value))}`,
  TLSA: (value) =>
    `${field('certificate_usage')(value)} ${field('selector')(value)} ${field('matching_type')(value)} ${field('certificate_association_data')(value)}`,
  SSHFP: (value) =>
    `${field('algorithm')(value)} ${field('fingerprint_type')(value)} ${field('fingerprint')(value)}`,
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
