import type { DnsRecord, RecordType, Resolver } from '../../src/core/dns.ts'

const CODES = {
  nodata: 'ENODATA',
  nxdomain: 'ENOTFOUND',
  servfail: 'EREFUSED',
  timeout: 'ETIMEOUT',
} as const

/** The same answers in the form of `node:dns`: values, or an error that has a `code`. */
export const nodeResolver =
  (dns: Resolver) =>
  (name: string, type: string): Promise<unknown> => {
    const { status, records } = dns.query(name.toLowerCase().replace(/\.$/, ''), type as RecordType)
    return status === 'ok'
      ? Promise.resolve(records.map(nodeValue))
      : Promise.reject(Object.assign(new Error(status), { code: CODES[status] }))
  }

function nodeValue(record: DnsRecord): unknown {
  if ('strings' in record) return record.strings
  if ('exchange' in record) return { priority: record.preference, exchange: record.exchange }
  if ('address' in record) return record.address
  return 'target' in record ? record.target : undefined
}

/** TXT records by name, and nothing else; each answer is made once. */
export function textResolver(texts: Readonly<Record<string, string>>): Resolver {
  const answers = new Map(
    Object.entries(texts).map(([name, text]) => [
      name,
      {
        status: 'ok' as const,
        records: [{ name, ttl: 300, type: 'TXT' as const, strings: [text] }],
      },
    ]),
  )
  const nothing = { status: 'nxdomain' as const, records: [] }
  return { query: (name, type) => (type === 'TXT' ? (answers.get(name) ?? nothing) : nothing) }
}
