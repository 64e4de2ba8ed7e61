import type { Clock } from '../core/clock.ts'
import type { DnsAnswer, DnsRecord, RecordType, Resolver } from '../core/dns.ts'
import { canonicalName, parentName } from './names.ts'
import { MAX_ALIASES } from './resolver.ts'

/** Seconds that an absence is kept at most; RFC 2308 §5 finds one to three hours sensible. */
export const MAX_ABSENCE = 3 * 3600

/** Sets, aliases and absences kept at once; the oldest make room. */
export const MAX_KEPT = 10_000

export interface CachingResolver extends Resolver {
  /**
   * Seconds for which the answer, or its first alias, is still kept; `undefined` if it is not.
   * For an absence this is the countdown that no record shows.
   */
  secondsLeft(name: string, type: RecordType): number | undefined
  /** Forgets everything. */
  clear(): void
  /** One that has learned the same, and goes on by itself. */
  copy(resolver: Resolver, clock: Clock): CachingResolver
}

/** What is remembered of one name: a set of records, an absence, or an alias of it. */
interface Kept {
  readonly answer: DnsAnswer
  /** Where the alias leads on to. */
  readonly target?: string
  /** Milliseconds, when it was learned. */
  readonly since: number
  /** Seconds. */
  readonly ttl: number
}

/** What was learned, by its key, for as long as it may be kept. */
class Memory {
  private readonly kept: Map<string, Kept>

  private readonly clock: Clock

  constructor(clock: Clock, kept: ReadonlyMap<string, Kept> = new Map()) {
    this.clock = clock
    this.kept = new Map(kept)
  }

  /** What is known here, by another clock. */
  copy(clock: Clock): Memory {
    return new Memory(clock, this.kept)
  }

  keep(key: string, one: Omit<Kept, 'since'>): void {
    this.kept.delete(key)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size < MAX_KEPT) break
      this.kept.delete(oldest)
    }
    if (one.ttl > 0) this.kept.set(key, { ...one, since: this.clock.now() })
  }

  /** Seconds since it was learned. */
  age({ since }: Kept): number {
    return Math.floor((this.clock.now() - since) / 1000)
  }

  find(name: string, type: RecordType): Kept | undefined {
    return (
      this.fresh(setKey(name, type)) ??
      this.fresh(absenceKey(name)) ??
      (type === 'CNAME' ? undefined : this.fresh(aliasKey(name)))
    )
  }

  clear(): void {
    this.kept.clear()
  }

  private fresh(key: string): Kept | undefined {
    const one = this.kept.get(key)
    if (one && this.age(one) < one.ttl) return one
    this.kept.delete(key)
    return undefined
  }
}

/**
 * Remembers what another resolver answers for as long as its records allow, as a name server does
 * that many clients share. Each set of records and each alias is kept for its own TTL, which counts
 * down in the answers (RFC 1035 §3.2.1); a name or a type that does not exist for what the zone's SOA
 * record sets (RFC 2308 §5). Failures are asked about again at once.
 */
export const cachingResolver = (resolver: Resolver, clock: Clock): CachingResolver =>
  resolverWith(new Memory(clock), resolver)

function resolverWith(memory: Memory, resolver: Resolver): CachingResolver {
  const learn = (name: string, type: RecordType, answer: DnsAnswer): void => {
    let at = name
    for (const link of linksOf(answer.aliases ?? [])) {
      const ttl = lowestTtl(link.records)
      memory.keep(aliasKey(at), {
        answer: { status: 'ok', records: link.records },
        target: link.to,
        ttl,
      })
      at = link.to
    }
    const { status, records } = answer
    if (status === 'ok')
      memory.keep(setKey(at, type), { answer: { status, records }, ttl: lowestTtl(records) })
    if (status !== 'nxdomain' && status !== 'nodata') return
    const key = status === 'nxdomain' ? absenceKey(at) : setKey(at, type)
    memory.keep(key, { answer: { status, records }, ttl: absenceTtl(at, resolver) })
  }

  return {
    query(asked, type) {
      const followed: DnsRecord[] = []
      const seen = new Set<string>()
      let name = canonicalName(asked)
      while (seen.size <= MAX_ALIASES && !seen.has(name)) {
        seen.add(name)
        const one = memory.find(name, type)
        if (!one) {
          const answer = resolver.query(name, type)
          learn(name, type, answer)
          return withAliases(answer, followed)
        }
        const records = aged(one.answer.records, memory.age(one))
        if (one.target === undefined)
          return withAliases({ status: one.answer.status, records }, followed)
        followed.push(...records)
        name = one.target
      }
      return withAliases({ status: 'servfail', records: [] }, followed)
    },
    secondsLeft(asked, type) {
      const one = memory.find(canonicalName(asked), type)
      return one && one.ttl - memory.age(one)
    },
    clear: () => memory.clear(),
    copy: (itsResolver, clock) => resolverWith(memory.copy(clock), itsResolver),
  }
}

const setKey = (name: string, type: RecordType): string => `${type} ${name}`
/** Name errors hold for every type, so they are kept by the name alone (RFC 2308 §5). */
const absenceKey = (name: string): string => `nxdomain ${name}`
const aliasKey = (name: string): string => `alias ${name}`

interface Link {
  /** The CNAME; before it the DNAME that made it. */
  readonly records: readonly DnsRecord[]
  readonly to: string
}

function linksOf(aliases: readonly DnsRecord[]): Link[] {
  const links: Link[] = []
  let records: DnsRecord[] = []
  for (const alias of aliases) {
    records.push(alias)
    if (alias.type !== 'CNAME') continue
    links.push({ records, to: alias.target })
    records = []
  }
  return links
}

const lowestTtl = (records: readonly DnsRecord[]): number =>
  records.reduce((lowest, { ttl }) => Math.min(lowest, ttl), Infinity)

const aged = (records: readonly DnsRecord[], seconds: number): readonly DnsRecord[] =>
  seconds === 0 ? records : records.map((record) => ({ ...record, ttl: record.ttl - seconds }))

/**
 * How long the zone lets others remember that something is absent: the lower of its SOA's minimum and
 * that record's own TTL. Without an SOA the absence is not kept (RFC 2308 §5).
 */
function absenceTtl(name: string, resolver: Resolver): number {
  for (let at = name; ; at = parentName(at)) {
    const { aliases, records } = resolver.query(at, 'SOA')
    const [soa] = aliases?.length ? [] : records
    if (soa?.type === 'SOA') return Math.min(soa.minimum, soa.ttl, MAX_ABSENCE)
    if (at === '') return 0
  }
}

function withAliases(answer: DnsAnswer, followed: readonly DnsRecord[]): DnsAnswer {
  const aliases = [...followed, ...(answer.aliases ?? [])]
  return aliases.length ? { ...answer, aliases } : answer
}
