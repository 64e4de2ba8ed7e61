import type { BridgeZone, ZoneEditing } from '../../../../lab/types.ts'
import { browserDrafts } from '../kept-drafts.ts'
import type { ZonePorts } from '../zone-drafts.svelte.ts'

/** A bridge that a test speaks for: a text with `!` in it has an error. */
export interface FakeBridge extends ZonePorts {
  /** As somebody else does. */
  edit(origin: string, text: string): void
  /** Begins anew, with its first zones or others. */
  restart(texts?: Readonly<Record<string, string>>): void
  zone(origin: string): BridgeZone
  /** Whether it answers. */
  isUp: boolean
  editing: ZoneEditing
  /** What refuses the next edits, in a sentence. */
  refusal: string
  /** Texts that were put, in order. */
  readonly put: ZonePorts['put']
  readonly puts: readonly string[]
  /** Lets so much time go by. */
  wait(milliseconds: number): Promise<void>
  /** What the browser keeps. */
  readonly kept: Map<string, string>
}

/** The zones of a bridge, and how it began. */
class FakeZones {
  run = 1
  #first: Readonly<Record<string, string>>
  #zones: ReadonlyMap<string, BridgeZone> = new Map()

  constructor(first: Readonly<Record<string, string>>) {
    this.#first = first
    this.begin(first)
  }

  get all(): readonly BridgeZone[] {
    return [...this.#zones.values()]
  }

  begin(texts = this.#first): void {
    this.#first = texts
    this.#zones = new Map(
      Object.entries(texts).map(([origin, text]) => [
        origin,
        { origin, file: `${origin}.zone`, text, version: 1 },
      ]),
    )
  }

  zone(origin: string): BridgeZone {
    return this.#zones.get(origin)!
  }

  edit(origin: string, text: string): BridgeZone {
    const { served, text: before, version } = this.zone(origin)
    const first = this.#first[origin]!
    const zone = {
      ...{ origin, file: `${origin}.zone`, text, version: version + 1 },
      ...(text.includes('!') && { served: served ?? before, errors: [] }),
      ...(text !== first && { first }),
    }
    this.#zones = new Map([...this.#zones, [origin, zone]])
    return zone
  }
}

/** Time that a test lets go by. */
function fakeTime() {
  let now = 0
  let timers: { at: number; act: () => void }[] = []
  return {
    after(milliseconds: number, act: () => void) {
      const timer = { at: now + milliseconds, act }
      timers.push(timer)
      return () => void (timers = timers.filter((one) => one !== timer))
    },
    async wait(milliseconds: number) {
      const end = now + milliseconds
      for (;;) {
        await settled()
        const due = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (!due) break
        now = due.at
        timers = timers.filter((one) => one !== due)
        due.act()
      }
      now = end
      await settled()
    },
  }
}

export function fakeBridge(
  first: Readonly<Record<string, string>>,
  kept = new Map<string, string>(),
): FakeBridge {
  const zones = new FakeZones(first)
  const puts: string[] = []
  const bridge: FakeBridge = {
    ...{ isUp: true, editing: 'open', refusal: '', puts, kept },
    ...fakeTime(),
    edit: (origin, text) => void zones.edit(origin, text),
    restart(texts) {
      zones.run++
      zones.begin(texts)
    },
    zone: (origin) => zones.zone(origin),
    load() {
      if (!bridge.isUp) return Promise.reject(new Error('down'))
      const { run, all } = zones
      return Promise.resolve({
        ...{ kind: 'bridgeZones', run, limit: 1000, caches: ['mx.example'] },
        ...{ editing: bridge.editing, zones: all },
      })
    },
    put(file, text, of) {
      if (!bridge.isUp) return Promise.reject(new Error('down'))
      if (bridge.refusal) return Promise.resolve({ kind: 'refused', reason: bridge.refusal })
      puts.push(text)
      const { run } = zones
      const before = zones.zone(file.replace(/\.zone$/, ''))
      const isStale = of.run !== run || of.version !== before.version
      const zone = isStale || text === before.text ? before : zones.edit(before.origin, text)
      const kind = isStale ? 'stale' : 'taken'
      return Promise.resolve({ kind, zone: { kind: 'bridgeZone', run, zone } })
    },
    forget: (host) => (host === 'mx.example' ? Promise.resolve() : Promise.reject(new Error('no'))),
    store: browserDrafts(() => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    })),
  }
  return bridge
}

/** Answers come as promises, one after the other. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
