import type { DnsAnswer, DnsRecord, DnsStatus, RecordType, Resolver } from '../../src/core/dns.ts'

const refusal = (code: string): Error => Object.assign(new Error(code), { code })

/** One error of each kind: to write the stack of a new one costs more than what is measured. */
const REFUSALS: Readonly<Record<Exclude<DnsStatus, 'ok'>, Error>> = {
  nodata: refusal('ENODATA'),
  nxdomain: refusal('ENOTFOUND'),
  servfail: refusal('EREFUSED'),
  timeout: refusal('ETIMEOUT'),
}

/** The same answers in the form of `node:dns`: values, or an error that has a `code`. */
export const nodeResolver =
  (dns: Resolver) =>
  (name: string, type: string): Promise<unknown> => {
    const { status, records } = dns.query(name.toLowerCase().replace(/\.$/, ''), type as RecordType)
    return status === 'ok'
      ? Promise.resolve(records.map(nodeValue))
      : Promise.reject(REFUSALS[status])
  }

function nodeValue(record: DnsRecord): unknown {
  if ('strings' in record) return record.strings
  if ('exchange' in record) return { priority: record.preference, exchange: record.exchange }
  if ('address' in record) return record.address
  return 'target' in record ? record.target : undefined
}

/**
 * The answer with records of its own, as a network brings them: who keeps what it has read of a
 * record must not know it again by its object.
 */
export const fresh = (answer: DnsAnswer): DnsAnswer =>
  answer.status === 'ok'
    ? { ...answer, records: answer.records.map((record) => ({ ...record })) }
    : answer

/**
 * The answer with a text that no answer had before: a reader that keeps texts meets it for the first
 * time.
 * @param term What makes the number a term or a tag that readers ignore.
 */
export const unmet = (answer: DnsAnswer, term: (count: number) => string): DnsAnswer =>
  answer.status === 'ok' && answer.records.some(({ type }) => type === 'TXT')
    ? {
        ...answer,
        records: answer.records.map((record) =>
          'strings' in record
            ? { ...record, strings: [...record.strings, term(unmetCount++)] }
            : { ...record },
        ),
      }
    : fresh(answer)

let unmetCount = 0

/** TXT records by name, and nothing else. */
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
  return {
    query: (name, type) => (type === 'TXT' ? fresh(answers.get(name) ?? nothing) : nothing),
  }
}
