import { pageOf } from '../links/address.ts'
import { homePage } from './home-page.ts'
import { readKept, storeKept } from './kept-class.ts'
import { mountChip } from './mount-chip.ts'
import { roomPorts } from './room-line.ts'
import { StudentSession } from './student-session.svelte.ts'

/** Shows the class that this tab is of on a page without a lesson. The home page goes along with it; others stay. */
export function startChip(): void {
  const kept = readKept()
  if (kept?.role !== 'student') return
  const isHome = homePage().pathname === location.pathname
  const session = new StudentSession(
    kept,
    {
      ...roomPorts(kept.key),
      goTo: ({ slug }) => location.assign(pageOf(slug, homePage())),
      now: () => Date.now(),
      store: storeKept,
    },
    isHome ? 'waits' : 'stays',
  )
  mountChip({ session, isAway: true })
  session.start()
}
