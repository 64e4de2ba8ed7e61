import { isLink } from '../../../lab/link/read-link.ts'
import { isObject } from '../../../core/text/is-object.ts'
import type { BrowserStorage } from '../../state/storage.ts'

/** A state that a presenter has ready. */
export interface Prepared {
  readonly name: string
  /** Of a link, from its `#`. */
  readonly fragment: string
}

/** So many are enough for an evening. */
export const MOST_PREPARED = 30

const keyOf = (slug: string): string => `helo-world/present/${slug}`

/** Reads what was prepared for a lesson; nothing where it cannot be read. Never throws. */
export function loadPrepared(slug: string, storage: () => BrowserStorage): readonly Prepared[] {
  try {
    const stored: unknown = JSON.parse(storage().getItem(keyOf(slug)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isPrepared).slice(0, MOST_PREPARED) : []
  } catch {
    return []
  }
}

/** @returns Whether the browser keeps it. */
export function storePrepared(
  slug: string,
  prepared: readonly Prepared[],
  storage: () => BrowserStorage,
): boolean {
  try {
    if (prepared.length === 0) storage().removeItem(keyOf(slug))
    else storage().setItem(keyOf(slug), JSON.stringify(prepared))
    return true
  } catch {
    return false
  }
}

/** The fragment of a link that was pasted, whole or only its end; undefined if it carries no state. */
export function fragmentOf(pasted: string): string | undefined {
  const at = pasted.indexOf('#')
  const fragment = (at < 0 ? pasted : pasted.slice(at)).trim()
  return isLink(fragment) ? fragment : undefined
}

const isPrepared = (value: unknown): value is Prepared =>
  isObject(value) && typeof value['name'] === 'string' && typeof value['fragment'] === 'string'
