import { fetchAgain } from '../../hosting/fetch-again.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import './live.css'

placeThemeSwitch(document.querySelector('#theme'))
// A bridge marks the pages that it serves; where there is none, nothing is asked for.
if (document.querySelector('meta[name="helo-world-bridge"]')) void show()

async function show(): Promise<void> {
  const { openLive } = await fetchAgain(() => import('../live/open-live.ts'))
  const target = document.querySelector('#live')
  if (!target) return
  document.querySelector('#how')?.remove()
  openLive(target, new URL('../bridge/', location.href))
}
