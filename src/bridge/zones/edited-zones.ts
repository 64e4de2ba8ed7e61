import { utf8 } from '../../core/bytes.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { askedName } from '../../core/idna.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { BridgeZone, ZoneError } from '../../world/bridge-zones.ts'
import type { World } from '../../world/world.ts'

/** What an edit may bring. Limits of ours: a zone of this length is read in a moment. */
export const zoneLimits = {
  /** Octets of a zone in UTF-8. */
  octets: 256 * 1024,
  /** Errors that are reported of one text. */
  errors: 20,
} as const

type EditedWorld = Pick<World, 'zones' | 'setZone' | 'subscribe'>

/** What came of an edit. */
export type EditOutcome =
  | { readonly kind: 'taken'; readonly zone: BridgeZone }
  /** Somebody else was faster: the zone as it stands. Nothing has changed. */
  | { readonly kind: 'stale'; readonly zone: BridgeZone }
  | { readonly kind: 'too long'; readonly octets: number }
  | { readonly kind: 'unknown' }

/**
 * The zones of a running world, which people edit. A text without errors of syntax is served at once. One
 * with errors is kept, and what was served before goes on: a name server that reads its files anew does the same.
 */
export class EditedZones {
  readonly #world: EditedWorld
  readonly #zones: Map<string, BridgeZone>
  readonly #first: ReadonlyMap<string, string>
  readonly #listeners = new Set<() => void>()

  constructor(world: EditedWorld) {
    this.#world = world
    const specs = world.zones
    this.#zones = new Map(
      specs.map(({ origin, file, text }) => [origin, { origin, file, text, version: 1 }]),
    )
    this.#first = new Map(specs.map(({ origin, text }) => [origin, text]))
    // What the world has planned is an edit like any other.
    world.subscribe((event) => {
      if (event.type === 'planned' && event.what === 'published') this.#follow(event.origin)
    })
  }

  /** In the order of the world. */
  get all(): readonly BridgeZone[] {
    return [...this.#zones.values()]
  }

  /** @param name Of its file, or its origin: in any case, with a final dot or without. */
  named(name: string): BridgeZone | undefined {
    return this.all.find(({ file }) => file === name) ?? this.#zones.get(askedName(name))
  }

  /**
   * Puts a text in place of a zone's.
   * @param name As in `named`.
   * @param version The one that was edited; without it, whichever that is.
   */
  put(name: string, text: string, version?: number): EditOutcome {
    const before = this.named(name)
    if (!before) return { kind: 'unknown' }
    if (version !== undefined && version !== before.version) return { kind: 'stale', zone: before }
    const octets = utf8(text).length
    if (octets > zoneLimits.octets) return { kind: 'too long', octets }
    if (text === before.text) return { kind: 'taken', zone: before }
    const zone = this.#edited(before, text)
    if (zone.served === undefined) this.#world.setZone(zone.origin, text)
    this.#keep(zone)
    return { kind: 'taken', zone }
  }

  /** @returns A function that ends the subscription. */
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  #keep(zone: BridgeZone): void {
    this.#zones.set(zone.origin, zone)
    for (const listener of this.#listeners) listener()
  }

  #follow(written: string): void {
    const origin = askedName(written)
    const published = this.#world.zones.find((zone) => zone.origin === origin)
    if (!published) return
    const { file, text } = published
    const version = (this.#zones.get(origin)?.version ?? 0) + 1
    this.#keep({ origin, file, text, version, ...this.#firstOf(origin, text) })
  }

  #firstOf(origin: string, text: string): Pick<BridgeZone, 'first'> {
    const first = this.#first.get(origin)
    return first === undefined || first === text ? {} : { first }
  }

  #edited(
    { origin, file, version, text: before, served = before }: BridgeZone,
    text: string,
  ): BridgeZone {
    const errors = text === served ? [] : errorsIn(origin, text)
    return {
      ...{ origin, file, text, version: version + 1 },
      ...(errors.length > 0 && { served, errors }),
      ...this.#firstOf(origin, text),
    }
  }
}

function errorsIn(origin: string, text: string): ZoneError[] {
  const { problems } = parseZone(text, { origin })
  return problems
    .filter(({ severity }) => severity === 'error')
    .slice(0, zoneLimits.errors)
    .map((problem) => ({ ...pick(problem), ...placeIn(text, problem.span.from) }))
}

const pick = ({ code, message }: Diagnostic) => ({ code, message })

function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
