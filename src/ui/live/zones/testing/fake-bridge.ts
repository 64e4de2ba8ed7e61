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

export function fakeBridge(
  first: Readonly<Record<string, string>>,
  kept = new Map<string, string>(),
): FakeBridge {
  let run = 1
  let texts = first
  let zones = new Map<string, BridgeZone>()
  let now = 0
  let timers: { at: number; act: () => void }[] = []
  const puts: string[] = []
  const begin = (): void => {
    zones = new Map(
      Object.entries(texts).map(([origin, text]) => [
        origin,
        { origin, file: `${origin}.zone`, text, version: 1 },
      ]),
    )
  }
  const edit = (origin: string, text: string): BridgeZone => {
    const { served, text: before, version } = zones.get(origin)!
    const zone = {
      ...{ origin, file: `${origin}.zone`, text, version: version + 1 },
      ...(text.includes('!') && { served: served ?? before, errors: [] }),
      ...(text !== texts[origin] && { first: texts[origin]! }),
    }
    zones.set(origin, zone)
    return zone
  }
  begin()
  const bridge: FakeBridge = {
    ...{ isUp: true, editing: 'open', refusal: '', puts, kept },
    edit,
    restart(others = texts) {
      texts = others
      run++
      begin()
    },
    zone: (origin) => zones.get(origin)!,
    load() {
      if (!bridge.isUp) return Promise.reject(new Error('down'))
      const { editing } = bridge
      const all = [...zones.values()]
      return Promise.resolve({
        ...{ kind: 'bridgeZones', run, editing, limit: 1000, caches: ['mx.example'] },
        zones: all,
      })
    },
    put(file, text, of) {
      if (!bridge.isUp) return Promise.reject(new Error('down'))
      if (bridge.refusal) return Promise.resolve({ kind: 'refused', reason: bridge.refusal })
      puts.push(text)
      const origin = file.replace(/\.zone$/, '')
      const before = zones.get(origin)!
      const isStale = of.run !== run || of.version !== before.version
      const zone = isStale || text === before.text ? before : edit(origin, text)
      return Promise.resolve({
        kind: isStale ? 'stale' : 'taken',
        zone: { kind: 'bridgeZone', run, zone },
      })
    },
    forget: (host) => (host === 'mx.example' ? Promise.resolve() : Promise.reject(new Error('no'))),
    after(milliseconds, act) {
      const timer = { at: now + milliseconds, act }
      timers.push(timer)
      return () => void (timers = timers.filter((one) => one !== timer))
    },
    async wait(milliseconds) {
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
