import type { Diagnostic } from '../core/diagnostic.ts'
import type { Resolver } from '../core/dns.ts'
import { askedName } from '../core/idna.ts'
import { createResolver } from '../dns/resolver.ts'
import { withFaults, type InjectedFault } from '../dns/with-faults.ts'
import { parseZone, type ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import type { ZoneSpec } from './spec.ts'

/** The zones of a world, which may change, and a resolver that answers from them as they are now. */
export class NameService {
  readonly resolver: Resolver
  readonly #zones = new Map<string, ParsedZone>()
  /** Of the zones as they are; made when somebody asks, since a world opens with many. */
  #current: Resolver | undefined

  constructor(
    specs: readonly Pick<ZoneSpec, 'origin' | 'text'>[],
    faults: readonly InjectedFault[] = [],
  ) {
    const current: Resolver = {
      query: (...question) => (this.#current ??= createResolver(this.zones)).query(...question),
    }
    this.resolver = faults.length ? withFaults(current, faults) : current
    for (const { origin, text } of specs) this.setZone(origin, text)
  }

  get zones(): Zone[] {
    return [...this.#zones.values()].map(({ zone }) => zone)
  }

  /** What the parser found in the zones. */
  get problems(): Diagnostic[] {
    return [...this.#zones.values()].flatMap(({ problems }) => problems)
  }

  /** Publishes the text of a zone at once; an unknown origin is added. */
  setZone(origin: string, text: string): void {
    const name = askedName(origin)
    this.#zones.set(name, parseZone(text, { origin: name }))
    this.#current = undefined
  }
}
