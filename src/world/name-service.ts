import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsAnswer, Resolver } from '../core/dns.ts'
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
  readonly #zones: Map<string, ParsedZone> = new Map()
  /** Of the zones as they are; made when somebody asks, since a world opens with many. */
  #current: Resolver | undefined

  /** @param like Its zones as they are now are these too, in place of those of the specs. */
  constructor(
    specs: readonly Pick<ZoneSpec, 'origin' | 'text'>[],
    faults: readonly InjectedFault[] = [],
    like?: NameService,
  ) {
    const current: Resolver = {
      query: (...question) => (this.#current ??= this.#resolver()).query(...question),
    }
    this.resolver = faults.length ? withFaults(current, faults) : current
    if (like) this.#zones = new Map(like.#zones)
    else
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

  /** The zones are as they are until it is made anew, and a busy host asks for the same again and again. */
  #resolver(): Resolver {
    const { query } = createResolver(this.zones)
    let answers = new Map<string, DnsAnswer>()
    return {
      query(name, type) {
        const question = `${type} ${name}`
        const known = answers.get(question)
        if (known) return known
        const answer = query(name, type)
        if (answers.size >= ANSWERS) answers = new Map()
        answers.set(question, answer)
        return answer
      },
    }
  }
}

/** Answers that are kept. */
const ANSWERS = 1024

const readOf = (origin: string, text: string): ParsedZone =>
  readNamed(`${askedName(origin)}\n${text}`)

/** A world is opened with the zones of another again and again: of each of its mails, or of a play. */
const readNamed = onceForText((named) => {
  const end = named.indexOf('\n')
  return parseZone(named.slice(end + 1), { origin: named.slice(0, end) })
})
