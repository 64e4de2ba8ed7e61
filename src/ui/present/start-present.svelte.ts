import { fetchAgain } from '../../hosting/fetch-again.ts'
import { hall } from '../desk/hall.svelte.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { presenting } from '../state/presenting.svelte.ts'
import type { BrowserStorage } from '../state/storage.ts'
import { isAsked } from './address.ts'
import { asksToPresent, isTakenBy } from './present-keys.ts'
import type { Presenter } from './presenter.svelte.ts'

/**
 * Presents the lesson of a page when its switch, the key P or `?present` in the address asks for it.
 * What that takes is fetched with the first time.
 * @param own Where the learner's work is, if not in the browser's storage.
 */
export function startPresent(work: LessonState, own: (() => BrowserStorage) | undefined): void {
  let presenter: Promise<Presenter> | undefined
  const fetched = () =>
    (presenter ??= fetchAgain(() => import('./presenter.svelte.ts')).then(
      ({ Presenter }) => new Presenter(work, own),
    ))
  addEventListener(
    'keydown',
    (event) => {
      // Where a key was pressed is asked only of the few that could be meant: each key comes here.
      if (presenting.isOn || !asksToPresent(event, false) || isTakenBy(event.target)) return
      const hasTerminal = document.querySelector('.layer:not([inert]) .xterm') !== null
      if (!asksToPresent(event, hasTerminal)) return
      event.preventDefault()
      // The terminal would take what is typed nowhere.
      event.stopImmediatePropagation()
      presenting.toggle()
    },
    { capture: true },
  )
  $effect.root(() => {
    $effect(() => {
      if (presenting.isOn && hall.slots) void fetched().then((come) => come.begin())
      else if (!presenting.isOn) void presenter?.then((come) => come.end())
    })
  })
  if (isAsked() && !presenting.isOn) presenting.toggle()
}
