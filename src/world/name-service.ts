import type { Diagnostic } from '../core/diagnostic.ts'
import type { Resolver } from '../core/dns.ts'
import { askedName } from '../core/idna.ts'
import { onceForText } from '../core/once.ts'
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
    for (const { origin, text } of specs) this.#zones.set(askedName(origin), readOf(origin, text))
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
    const { zone, problems } = readOf(origin, text)
    // Another object, also where the same text comes back: who compares sees that it was edited.
    this.#zones.set(askedName(origin), { zone: { ...zone }, problems })
    this.#current = undefined
  }
}

const readOf = (origin: string, text: string): ParsedZone =>
  readNamed(`${askedName(origin)}\n${text}`)

/** A world is opened with the zones of another again and again: of each of its mails, or of a play. */
const readNamed = onceForText((named) => {
  const end = named.indexOf('\n')
  return parseZone(named.slice(end + 1), { origin: named.slice(0, end) })
})
