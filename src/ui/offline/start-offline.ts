import { words } from '#words/offline'
import { ask, register, whenActive } from './copy.ts'
import { isTurnedOff, obstacleOf, surroundings } from './may-keep.ts'
import { paintBrowser } from './paint-browser.ts'
import { watchMissing, watchVersions } from './watch-versions.ts'

/**
 * Keeps a copy of the site, offers a newer one, and marks the page once it works without a network:
 * `data-offline` of the root is `whole`, or `part` where only what is used is kept.
 */
export function startOffline(): void {
  const obstacle = obstacleOf(surroundings())
  if (obstacle === 'frame') return
  paintBrowser()
  watchMissing()
  noteLive()
  if (!obstacle && !isTurnedOff()) void keep()
}

async function keep(): Promise<void> {
  try {
    const registration = await register()
    watchVersions(registration)
    const worker = await whenActive(registration)
    const { isWhole } = await ask(worker, { kind: 'state' })
    mark(isWhole)
    if (!isWhole && !savesData()) mark((await ask(worker, { kind: 'fill' })).isWhole)
  } catch {
    // No room, or the network went away in between: the next page goes on with it.
  }
}

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

function mark(isWhole: boolean): void {
  document.documentElement.dataset['offline'] = isWhole ? 'whole' : 'part'
  const sign = document.querySelector('[data-offline-sign]')
  if (sign && isWhole) sign.textContent = words.linkWhole
}

/** Live is of one’s own machine: who opens it on a train is not left to guess what is missing. */
function noteLive(): void {
  const place = document.querySelector('#how .about')
  if (!place) return
  const note = document.createElement('p')
  note.className = 'notice'
  note.role = 'status'
  note.hidden = true
  note.textContent = words.live
  place.append(note)
  const draw = () => (note.hidden = navigator.onLine)
  addEventListener('online', draw)
  addEventListener('offline', draw)
  draw()
}
