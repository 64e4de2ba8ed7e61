/** What of a page decides whether a copy of the site is kept. */
export interface Surroundings {
  readonly isBuilt: boolean
  readonly hasWorkers: boolean
  readonly isFramed: boolean
  readonly isFromBridge: boolean
}

/** Why no copy can be kept. */
export type Obstacle = 'dev' | 'browser' | 'frame' | 'bridge'

/** @returns Why a page keeps no copy; undefined where it may. */
export function obstacleOf(page: Surroundings): Obstacle | undefined {
  if (!page.isBuilt) return 'dev'
  if (page.isFramed) return 'frame'
  if (page.isFromBridge) return 'bridge'
  return page.hasWorkers ? undefined : 'browser'
}

/** Of this very page. */
export const surroundings = (): Surroundings => ({
  isBuilt: import.meta.env.PROD,
  // Some browsers have the name and, in a private window, nothing behind it.
  hasWorkers: 'serviceWorker' in navigator && navigator.serviceWorker !== undefined,
  isFramed: window.top !== window,
  isFromBridge: document.querySelector('meta[name="helo-world-bridge"]') !== null,
})

const key = 'helo-world/offline'

/** Whether the learner has removed the copy, and wants none. */
export function isTurnedOff(): boolean {
  try {
    return localStorage.getItem(key) === 'off'
  } catch {
    return false
  }
}

export function turn(to: 'on' | 'off'): void {
  try {
    if (to === 'off') localStorage.setItem(key, 'off')
    else localStorage.removeItem(key)
  } catch {
    // Where nothing is stored, there is no copy either.
  }
}
