import type { DnsAnswer, DnsRecord, RecordType, Resolver } from '../../../src/core/dns.ts'
import { groupBy } from '../../../src/core/group-by.ts'
import { isWithin, normalizeName } from '../../../src/core/domain.ts'
import type { SpfCase } from './case.ts'

/** Below this name an address exists by the toss of a coin: so the name that is asked matters. */
export const COIN = 'coin.example'

const MAX_ALIASES = 10

/** Answers as a resolver does: aliases followed, and a loop of them is no answer. */
export function worldResolver({ records, silent }: Pick<SpfCase, 'records' | 'silent'>): Resolver {
  const byName = groupBy(records, ({ name }) => normalizeName(name))
  const query = (name: string, type: RecordType, aliases: readonly DnsRecord[]): DnsAnswer => {
    if (silent.includes(name)) return { status: 'timeout', records: [] }
    const here = byName.get(name) ?? tossed(name)
    const found = here.filter((record) => record.type === type)
    if (found.length) return { status: 'ok', records: found, aliases }
    const alias = here.find((record) => record.type === 'CNAME')
    if (alias && aliases.length >= MAX_ALIASES) return { status: 'servfail', records: [] }
    if (alias) return query(normalizeName(alias.target), type, [...aliases, alias])
    return { status: here.length ? 'nodata' : 'nxdomain', records: [], aliases }
  }
  return { query: (name, type) => query(normalizeName(name), type, []) }
}

/** An address where the codes of the name's characters have an even sum. */
function tossed(name: string): DnsRecord[] {
  if (!isWithin(name, COIN) || name === COIN) return []
  const sum = Array.from(name, (character) => character.charCodeAt(0)).reduce((a, b) => a + b, 0)
  return sum % 2 ? [] : [{ name, ttl: 60, type: 'A', address: '127.0.0.2' }]
}
