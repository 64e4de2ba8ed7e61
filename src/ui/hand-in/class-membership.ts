import { isObject } from '../../core/text/is-object.ts'
import { recordLimits } from '../../lab/record/record.ts'
import type { BrowserStorage } from '../state/storage.ts'

/** Who somebody is in which class; either may be empty. */
export interface Membership {
  readonly code: string
  readonly name: string
}

const KEY = 'helo-world/class'

export const nowhere: Membership = { code: '', name: '' }

const clipped = (text: unknown): string =>
  typeof text === 'string' ? text.trim().slice(0, recordLimits.name) : ''

/** What a link of a class says; a name may be missing. */
export const linkedMembership = (query: URLSearchParams): Membership => ({
  code: clipped(query.get('class')),
  name: clipped(query.get('name')),
})

/** What was said last time. Never throws. */
export function loadMembership(storage: () => BrowserStorage): Membership {
  try {
    const value: unknown = JSON.parse(storage().getItem(KEY) ?? '')
    return isObject(value)
      ? { code: clipped(value['code']), name: clipped(value['name']) }
      : nowhere
  } catch {
    return nowhere
  }
}

export function storeMembership(membership: Membership, storage: () => BrowserStorage): void {
  try {
    storage().setItem(KEY, JSON.stringify(membership))
  } catch {
    // It is asked for again the next time.
  }
}
