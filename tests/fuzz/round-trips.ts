import { parseBimi } from '../../src/auth/bimi/record.ts'
import { parseKeyRecord } from '../../src/auth/dkim/key.ts'
import { parseSignature } from '../../src/auth/dkim/signature.ts'
import { parseDmarc } from '../../src/auth/dmarc/parse.ts'
import { parseStsPolicy } from '../../src/auth/mta-sts/policy.ts'
import { parseStsRecord } from '../../src/auth/mta-sts/record.ts'
import { parseResults } from '../../src/auth/results/parse.ts'
import {
  plainResults,
  printResults,
  word,
  type PlainResults,
} from '../../src/auth/results/print.ts'
import { parseSpf } from '../../src/auth/spf/parse.ts'
import { isSpfText } from '../../src/auth/spf/record.ts'
import { parseTagList, type TagList } from '../../src/auth/tag-list.ts'
import { parseTlsRpt } from '../../src/auth/tls-rpt/record.ts'
import { printRecord } from '../../src/dns/print-record.ts'
import { parseZone } from '../../src/dns/zone/parse.ts'
import { formatAddress, parseAddresses } from '../../src/message/addresses.ts'

/** A text's meaning, and a text printed from it: reading that gives the same meaning again. */
export interface RoundTrip {
  readonly name: string
  readonly meaning: (text: string) => unknown
  readonly print: (text: string) => string
}

/** Positions are no part of the meaning. */
const PLACES = /^(?:problems|line|place)$|span$/i

/** A parsed value without positions and without the text it was read from. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value]
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => !PLACES.test(key))
  return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]))
}

/** Characters that are never written into a field are no part of its meaning. */
function printable(value: unknown): unknown {
  // eslint-disable-next-line no-control-regex
  if (typeof value === 'string') return value.replace(/[\0-\x1f\x7f]/g, '')
  if (Array.isArray(value)) return value.map(printable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one)]))
}

/** Results whose words are words: others are read as far as they go, and never written. */
function writable({ results, ...head }: PlainResults): PlainResults {
  const isWord = (text: string): boolean => text !== '' && word(text) === text
  // Who judged comes first: without a name nothing more is a field.
  if (printable(head.authservId) === '') return { authservId: '', results: [] }
  return {
    ...head,
    results: results.filter(({ method, methodVersion = '1', result, properties = [] }) =>
      [method, methodVersion, result, ...properties.map(([name]) => name)].every(isWord),
    ),
  }
}

const printTags = ({ tags }: TagList): string =>
  tags.map(({ name, value }) => `${name}=${value}`).join('; ')

/** Records are distinguished by how they start, so a text that is none stays as it is. */
const tagged = (name: string, read: (text: string) => TagList): RoundTrip => ({
  name,
  meaning: (text) => plain({ ...read(text), text: '' }),
  print: (text) => printTags(read(text)),
})

const readSignature = (text: string) => {
  const parsed = parseSignature(text, { from: 0, to: text.length })
  return parsed.ok ? plain({ ...parsed.signature, tags: parsed.signature.tags.tags }) : 'none'
}

/** Fields of an ARC set are tag lists whose values are all that counts. */
const readArcTags = (text: string) => plain(parseTagList(text).tags)

export const roundTrips: readonly RoundTrip[] = [
  {
    name: 'zone',
    meaning: (text) => printedZone(text),
    print: (text) => printedZone(text).join('\n'),
  },
  {
    name: 'SPF',
    meaning: (text) => {
      const record = parseSpf(text)
      return [isSpfText(text), record.problems.length > 0, plain(record.terms)]
    },
    print: (text) => {
      const { version, terms } = parseSpf(text)
      return [text.slice(version.from, version.to), ...terms.map((term) => term.text)].join(' ')
    },
  },
  tagged('DKIM key', parseKeyRecord),
  {
    name: 'DKIM signature',
    meaning: readSignature,
    print: (text) => printTags(parseTagList(text)),
  },
  { name: 'ARC', meaning: readArcTags, print: (text) => printTags(parseTagList(text)) },
  tagged('DMARC', (text) => ({ ...parseDmarc(text), isDmarc: true }) as TagList),
  tagged('MTA-STS', (text) => ({ ...parseStsRecord(text), isSts: true }) as TagList),
  tagged('TLS-RPT', (text) => ({ ...parseTlsRpt(text), isTlsRpt: true }) as TagList),
  tagged('BIMI', (text) => ({ ...parseBimi(text), isBimi: true }) as TagList),
  {
    name: 'MTA-STS policy',
    meaning: (text) => {
      const { fields, mode, maxAge, mx } = parseStsPolicy(text)
      return plain({ fields, mode, maxAge, mx })
    },
    print: (text) =>
      parseStsPolicy(text)
        .fields.map(({ key, value }) => `${key}: ${value}\r\n`)
        .join(''),
  },
  {
    name: 'Authentication-Results',
    meaning: (text) => printable(writable(plainResults(parseResults(text)))),
    print: (text) => printResults(writable(plainResults(parseResults(text)))),
  },
  {
    name: 'addresses',
    meaning: (text) =>
      parseAddresses(text).mailboxes.map(({ localPart, domain }) => [localPart, domain]),
    print: (text) =>
      parseAddresses(text)
        .mailboxes.map(({ localPart, domain }) => `<${formatAddress(localPart, domain)}>`)
        .join(', '),
  },
]

const printedZone = (text: string): string[] =>
  parseZone(text, { origin: 'example.com' }).zone.records.map(({ record }) => printRecord(record))
