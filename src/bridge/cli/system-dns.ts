import { Resolver as NodeResolver } from 'node:dns/promises'
import type { DnsAnswer, DnsRecord, DnsStatus, RecordData, RecordType } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import type { AsyncResolver } from '../../library/resolver.ts'

/** What Node's resolver gives for each type that evaluators ask for. */
type Ask = (dns: NodeResolver, name: string) => Promise<readonly RecordData[]>

const ASKERS: Partial<Record<RecordType, Ask>> = {
  A: async (dns, name) => (await dns.resolve4(name)).map((address) => ({ type: 'A', address })),
  AAAA: async (dns, name) =>
    (await dns.resolve6(name)).map((address) => ({ type: 'AAAA', address })),
  CNAME: async (dns, name) => (await dns.resolveCname(name)).map(pointing('CNAME')),
  NS: async (dns, name) => (await dns.resolveNs(name)).map(pointing('NS')),
  PTR: async (dns, name) => (await dns.resolvePtr(name)).map(pointing('PTR')),
  MX: async (dns, name) =>
    (await dns.resolveMx(name)).map(({ priority, exchange }) => ({
      type: 'MX',
      preference: priority,
      exchange: normalizeName(exchange),
    })),
  TXT: async (dns, name) =>
    (await dns.resolveTxt(name)).map((strings) => ({ type: 'TXT', strings })),
}

const pointing =
  <T extends 'CNAME' | 'NS' | 'PTR'>(type: T) =>
  (target: string) => ({ type, target: normalizeName(target) })

/**
 * A name that does not exist and a name without such records have different results, as SPF and
 * DMARC need it (RFC 2308 §2). What is no name at all cannot exist; anything else may work later.
 */
const STATUS: Readonly<Record<string, DnsStatus>> = {
  ENOTFOUND: 'nxdomain',
  EBADNAME: 'nxdomain',
  ENODATA: 'nodata',
  ETIMEOUT: 'timeout',
  ECANCELLED: 'timeout',
}

export interface SystemDnsOptions {
  /** Whom to ask: an address, with a port or without; by default whom this machine asks. */
  readonly server?: string
  /** Milliseconds for the first try; each later one takes longer. 5000 by default. */
  readonly timeout?: number
  /** 3 by default. */
  readonly tries?: number
}

/**
 * Asks real name servers. Never rejects: what went wrong is a status. Node does not report TTLs, so
 * they are 0. Each question is asked once, so that one verdict sees one DNS.
 * @throws where `server` is no address.
 */
export function systemDns({
  server,
  timeout = 5000,
  tries = 3,
}: SystemDnsOptions = {}): AsyncResolver {
  const dns = new NodeResolver({ timeout, tries })
  if (server !== undefined) dns.setServers([server])
  const known = new Map<string, Promise<DnsAnswer>>()
  return {
    query(name, type) {
      const key = `${type} ${name}`
      const answer = known.get(key) ?? ask(dns, name, type)
      known.set(key, answer)
      return answer
    },
  }
}

async function ask(dns: NodeResolver, name: string, type: RecordType): Promise<DnsAnswer> {
  const asker = ASKERS[type]
  if (!asker) return { status: 'nodata', records: [] }
  try {
    const found = await asker(dns, name)
    const records = found.map((data): DnsRecord => ({ name, ttl: 0, ...data }))
    return { status: records.length > 0 ? 'ok' : 'nodata', records }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { status: STATUS[code] ?? 'servfail', records: [] }
  }
}
