import { fetchAgain } from '../../hosting/fetch-again.ts'
import { staticField } from '../kit/static-field.ts'
import type * as monaco from './monaco/open.ts'

/** A finger is better served by the plain field. */
export const wantsMonaco = (): boolean => !matchMedia('(pointer: coarse)').matches

let loading: Promise<typeof monaco> | undefined

/** Fetches the larger editor once. What could not be fetched is asked for again the next time. */
export function loadMonaco(): Promise<typeof monaco> {
  loading ??= fetchAgain(() => import('./monaco/open.ts'))
  loading.catch(() => (loading = undefined))
  return loading
}

/** Fetches it for a page whose zone is seen, before the desk is built that will want it. */
export function loadMonacoAhead(): void {
  // The editor that misses it says so.
  if (wantsMonaco() && staticField('zone')?.checkVisibility()) loadMonaco().catch(() => undefined)
}
