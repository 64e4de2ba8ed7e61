import { fetchAgain } from '../../hosting/fetch-again.ts'
import { classText } from '../class/in-class.ts'
import { startFind } from '../find/start-find.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import { startOfflineWhenIdle, whenLoaded } from '../offline/when-idle.ts'

/** What every page without a lesson does for itself. */
export function startPage(): void {
  startOwnPage()
  startOfflineWhenIdle()
  // Where this tab is of a class, the page says so.
  if (classText() !== undefined)
    whenLoaded(
      () =>
        void fetchAgain(() => import('../class/start-chip.ts')).then((chip) => chip.startChip()),
    )
}

/** The same for a page that belongs to a class or a presentation, and shows no other one. */
export function startOwnPage(): void {
  placeThemeSwitch(document.querySelector('#theme'))
  startFind()
}
