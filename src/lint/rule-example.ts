import type { DnsRecord, TextData } from '../core/dns.ts'

/**
 * A rule's example as records. The first line is the record it is about: its text alone, or
 * `owner TXT text` where the owner matters. Lines below are its neighbours: `owner MX 10 host`,
 * `owner TXT text`, `owner A address`, `owner CNAME target`.
 */
export interface RuleExample {
  readonly record: DnsRecord & TextData
  readonly all: readonly DnsRecord[]
}

export function readRuleExample(example: string, owner: string): RuleExample {
  const [first = '', ...rest] = example.split('\n')
  const written = /^(\S+) TXT (.*)$/.exec(first)
  const record = textRecord(written?.[1] ?? owner, written?.[2] ?? first)
  return { record, all: [record, ...rest.flatMap(readNeighbour)] }
}

const textRecord = (name: string, text: string): DnsRecord & TextData => ({
  name,
  ttl: 3600,
  type: 'TXT',
  strings: [text],
})

function readNeighbour(line: string): DnsRecord[] {
  const [name = '', type, ...words] = line.trim().split(' ')
  const value = words.join(' ')
  const ttl = 3600
  if (type === 'TXT') return [textRecord(name, value)]
  if (type === 'A') return [{ name, ttl, type, address: value }]
  if (type === 'CNAME') return [{ name, ttl, type, target: value }]
  if (type === 'MX')
    return [{ name, ttl, type, preference: Number(words[0]), exchange: words[1] ?? '' }]
  return []
}
