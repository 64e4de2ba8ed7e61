import type { Clock } from '../core/clock.ts'
import type { DnsAnswer, RecordType, Resolver } from '../core/dns.ts'
import { cachingResolver, type CachingResolver } from '../dns/caching-resolver.ts'
import type { HostIndex } from './host-index.ts'

/** An answer, and where it came from. */
export interface LookedUp {
  readonly answer: DnsAnswer
  /** Seconds for which a cache that had it may keep it. */
  readonly cachedFor?: number
}

/** How each host of a world asks the DNS: anew each time, or with a cache of its own. */
export class HostResolvers {
  readonly #caches = new Map<string, CachingResolver>()
  readonly #resolver: Resolver
  readonly #hosts: HostIndex
  readonly #clock: Clock

  /** @param like Its hosts keep the same answers. */
  constructor(resolver: Resolver, hosts: HostIndex, clock: Clock, like?: HostResolvers) {
    this.#resolver = resolver
    this.#hosts = hosts
    this.#clock = clock
    for (const [host, cache] of like ? like.#caches : [])
      this.#caches.set(host, cache.copy(resolver, clock))
  }

  lookUp(host: string, name: string, type: RecordType): LookedUp {
    const cache = this.#cacheOf(host)
    if (!cache) return { answer: this.#resolver.query(name, type) }
    const cachedFor = cache.secondsLeft(name, type)
    return { answer: cache.query(name, type), ...(cachedFor !== undefined && { cachedFor }) }
  }

  /** A host forgets what it kept of answers. */
  forget(host: string): void {
    this.#caches.get(host)?.clear()
  }

  #cacheOf(host: string): CachingResolver | undefined {
    if (!this.#hosts.named(host)?.cachesDns) return undefined
    const cache = this.#caches.get(host) ?? cachingResolver(this.#resolver, this.#clock)
    this.#caches.set(host, cache)
    return cache
  }
}
