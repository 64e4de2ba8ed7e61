import { isObject } from '../../../core/text/is-object.ts'
import type { Base, Draft } from './draft.svelte.ts'

/** What is kept of a zone in the browser, so that an edit outlives the page and the bridge. */
export interface KeptDraft {
  readonly text: string
  readonly base: Base
  /** What the bridge began with. */
  readonly first: string
}

/** Where edits of a bridge's zones are kept: `write` throws where the browser does not keep them. */
export interface DraftStore {
  read(): Readonly<Record<string, KeptDraft>>
  write(drafts: readonly Draft[]): void
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

const KEY = 'helo-world/live-zones'

/** @param storage The browser's; may throw where it is blocked. */
export const browserDrafts = (storage: () => Storage): DraftStore => ({
  read() {
    try {
      return readDrafts(storage().getItem(KEY))
    } catch {
      return {}
    }
  },
  write(drafts) {
    const own = drafts.filter(({ isOwn }) => isOwn)
    if (own.length === 0) return storage().removeItem(KEY)
    const zones = Object.fromEntries(
      own.map(({ origin, text, base, first }) => [origin, { text, base, first }]),
    )
    storage().setItem(KEY, JSON.stringify({ v: 1, zones }))
  },
})

/** What was kept; what cannot be read is left out. Never throws. */
export function readDrafts(text: string | null): Record<string, KeptDraft> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    const zones = isObject(value) && value['v'] === 1 ? value['zones'] : undefined
    if (!isObject(zones)) return {}
    return Object.fromEntries(
      Object.entries(zones).filter((one): one is [string, KeptDraft] => isKept(one[1])),
    )
  } catch {
    return {}
  }
}

function isKept(value: unknown): value is KeptDraft {
  if (!isObject(value) || !isObject(value['base'])) return false
  const { text, base, first } = value as Partial<Record<string, unknown>>
  const { run, version, text: before } = base as Partial<Record<string, unknown>>
  return (
    [text, first, before].every((one) => typeof one === 'string') &&
    [run, version].every((one) => Number.isSafeInteger(one))
  )
}
