import { mount } from 'svelte'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import type { BrowserStorage } from '../state/storage.ts'
import { PlayWatch } from '../state/plays/play-watch.ts'
import { startFind } from '../find/start-find.ts'
import { startOfflineWhenIdle } from '../offline/when-idle.ts'
import { startPresent } from '../present/start-present.svelte.ts'
import { presenting } from '../state/presenting.svelte.ts'
import { startTerms } from '../terms/start-terms.ts'
import { offerCourse } from './offer-course.ts'
import PlayWatcher from './PlayWatcher.svelte'

/**
 * What a page of the desk does once it has nothing else to do.
 * @param storage Where the work is, if not in the browser's storage.
 */
export function startLater(work: LessonState, own?: () => BrowserStorage): void {
  const storage = own ?? (() => localStorage)
  if (work.lesson.steps.length > 0) {
    const watch = new PlayWatch(work, { storage, isHeld: () => presenting.isOn, now: Date.now })
    work.seenVariants = () => watch.seen
    startTerms()
    mount(PlayWatcher, { target: document.body, props: { watch } })
  }
  offerCourse(work.lesson.slug)
  startFind()
  startPresent(work, own)
  startOfflineWhenIdle()
}
