import { atRest } from '../../hosting/at-work.ts'
import { fetchAgain } from '../../hosting/fetch-again.ts'

/** Milliseconds in which a page fetches nothing for itself: that goes first. */
const REST = 2000

/** Keeps the site for the time without a network, once the page has nothing better to do. */
export function startOfflineWhenIdle(): void {
  // A development server's files change.
  if (!import.meta.env.PROD) return
  whenLoaded(() => void keepAtRest())
}

async function keepAtRest(): Promise<void> {
  await atRest(() => new Promise((resolve) => setTimeout(resolve, REST)))
  fetchAgain(() => import('./start-offline.ts')).then(
    ({ startOffline }) => startOffline(),
    // The next page tries again.
    () => undefined,
  )
}

/** Calls once the page has loaded. */
export function whenLoaded(act: () => void): void {
  if (document.readyState === 'complete') act()
  else addEventListener('load', act, { once: true })
}
