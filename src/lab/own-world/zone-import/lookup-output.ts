import { zoneOfOwners } from '../../../dns/zone/zone-name.ts'
import { absolute, quoted, zoneLines, type Converted, type RecordLine } from './zone-text.ts'

/** What `nslookup` (of Unix and of Windows) and `host` print of records: a pattern a kind of line. */
const LINES: readonly {
  readonly pattern: RegExp
  readonly record: (found: readonly string[]) => Omit<RecordLine, 'name' | 'ttl'>
}[] = [
  {
    pattern: /^(\S+)[ \t]+(?:mail exchanger = |mail is handled by )(\d{1,5}) (\S+)$/,
    record: ([, , preference = '', host = '']) => ({
      type: 'MX',
      data: `${preference} ${absolute(host)}`,
    }),
  },
  {
    pattern: /^(\S+)[ \t]+MX preference = (\d{1,5}), mail exchanger = (\S+)$/,
    record: ([, , preference = '', host = '']) => ({
      type: 'MX',
      data: `${preference} ${absolute(host)}`,
    }),
  },
  {
    pattern: /^(\S+)[ \t]+(?:text =|descriptive text)((?:[ \t]*"(?:[^"\\]|\\.)*")+)$/,
    record: ([, , strings = '']) => ({ type: 'TXT', data: strings.trim() }),
  },
  {
    pattern: /^(\S+)[ \t]+text = (\S.*)$/,
    record: ([, , text = '']) => ({ type: 'TXT', data: quoted(text) }),
  },
  {
    pattern: /^(\S+)[ \t]+(?:canonical name = |is an alias for )(\S+)$/,
    record: ([, , target = '']) => ({ type: 'CNAME', data: absolute(target) }),
  },
  {
    pattern: /^(\S+)[ \t]+(?:nameserver = |name server )(\S+)$/,
    record: ([, , target = '']) => ({ type: 'NS', data: absolute(target) }),
  },
  {
    pattern: /^(\S+)[ \t]+(?:has address|internet address =) ([\d.]+)$/,
    record: ([, , data = '']) => ({ type: 'A', data }),
  },
  {
    pattern: /^(\S+)[ \t]+(?:has IPv6 address|has AAAA address|AAAA IPv6 address =) ([\da-f:.]+)$/i,
    record: ([, , data = '']) => ({ type: 'AAAA', data }),
  },
]

/** Records that are read: a limit of ours. */
const MOST = 2000

/** Whether a text is what one of these programs printed. */
export const isLookupOutput = (text: string): boolean => recordsIn(text.slice(0, 20_000)).length > 0

export const originOfLookups = (text: string): string =>
  zoneOfOwners(recordsIn(text).map(({ name }) => name))

export const fromLookups = (text: string, origin: string): Converted => ({
  text: zoneLines(
    recordsIn(text).map((one) => ({ ...one, name: one.name || origin })),
    origin,
  ),
  notes: [],
})

/** Strings of one record, or a preference and a host: what `dig +short` prints, which names no owner. */
const SHORT = /^(?:(?:"(?:[^"\\]|\\.)*"[ \t]*)+|\d{1,5} [\w.-]{1,253}\.)$/

/** Lines of `dig +short`: nothing else stands there. The names are those of the zone itself. */
function shortLines(text: string): readonly RecordLine[] {
  const lines = joined(text)
  if (!lines.every((line) => SHORT.test(line))) return []
  return lines
    .slice(0, MOST)
    .map((data) => ({ name: '', ttl: undefined, type: data.startsWith('"') ? 'TXT' : 'MX', data }))
}

function recordsIn(text: string): readonly RecordLine[] {
  const short = shortLines(text)
  if (short.length > 0) return short
  const found: RecordLine[] = []
  let host: string | undefined
  for (const line of joined(text)) {
    if (found.length >= MOST) break
    // The addresses that `nslookup` names first are those of the server that it asked.
    const named = /^Name:[ \t]+(\S+)$/.exec(line)
    if (named) host = plain(named[1]!)
    const address = /^(?:Address(?:es)?:[ \t]*|[ \t]+)([\da-fA-F.:]{3,45})$/.exec(line)
    if (address && host !== undefined) found.push(addressOf(host, address[1]!))
    else if (!named) found.push(...recordIn(line))
  }
  return found
}

function recordIn(line: string): RecordLine[] {
  for (const { pattern, record } of LINES) {
    const match = pattern.exec(line)
    if (match) return [{ name: plain(match[1]!), ttl: undefined, ...record(match) }]
  }
  return []
}

const addressOf = (name: string, data: string): RecordLine => ({
  ...{ name, ttl: undefined, data },
  type: data.includes(':') ? 'AAAA' : 'A',
})

const plain = (name: string): string => name.replace(/\.$/, '').toLowerCase()

/** The lines; strings that Windows puts on lines of their own stand behind what they belong to. */
function joined(text: string): readonly string[] {
  const lines: string[] = []
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trimEnd()
    const last = lines.at(-1)
    if (/^[ \t]+"/.test(line) && last !== undefined && /(?:text =|")$/.test(last))
      lines[lines.length - 1] = `${last} ${line.trim()}`
    else if (line !== '') lines.push(line)
  }
  return lines
}
