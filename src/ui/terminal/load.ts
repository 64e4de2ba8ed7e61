import { fetchAgain } from '../../hosting/fetch-again.ts'
import type * as terminal from './terminal.ts'

let loading: Promise<typeof terminal> | undefined

/** Fetches the terminal's code once; a page that will need it asks early. */
export function loadTerminal(): Promise<typeof terminal> {
  loading ??= fetchAgain(() => import('./terminal.ts'))
  return loading
}
