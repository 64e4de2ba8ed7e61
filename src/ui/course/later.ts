import { mount } from 'svelte'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import type { BrowserStorage } from '../state/storage.ts'
import { PlayWatch } from '../state/plays/play-watch.ts'
import { classText } from '../class/in-class.ts'
import { startFind } from '../find/start-find.ts'
import { startOfflineWhenIdle } from '../offline/when-idle.ts'
import { startTerms } from '../terms/start-terms.ts'
import { offerCourse } from './offer-course.ts'
import PlayWatcher from './PlayWatcher.svelte'

/**
 * What a page of the desk does once it has nothing else to do.
 * @param linked Where the work is that a link brought, if it is not in the browser's storage.
 */
export function startLater(work: LessonState, linked?: () => BrowserStorage): void {
  const storage = linked ?? (() => localStorage)
  if (work.lesson.steps.length > 0) {
    const watch = new PlayWatch(work, { storage, now: Date.now })
    work.seenVariants = () => watch.seen
    startTerms()
    mount(PlayWatcher, { target: document.body, props: { watch } })
  }
  offerCourse(work.lesson.slug)
  startFind()
  startOfflineWhenIdle()
  // Where this tab is of a class, it is fetched too.
  if (classText() !== undefined)
    void fetchAgain(() => import('../class/start-class.ts')).then(({ startClass }) =>
      startClass(work, linked !== undefined),
    )
}
