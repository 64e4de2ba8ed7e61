import { mount } from 'svelte'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import type { BrowserStorage } from '../state/storage.ts'
import { notePastes } from '../state/plays/note-pastes.ts'
import { PlayWatch } from '../state/plays/play-watch.ts'
import { trackWatchOf } from '../state/plays/tracks.ts'
import { classText } from '../class/in-class.ts'
import { startFind } from '../find/start-find.ts'
import { startOfflineWhenIdle } from '../offline/when-idle.ts'
import { startGoalTerms } from '../terms/goal-terms.ts'
import { startPresent } from '../present/start-present.svelte.ts'
import { othersWork } from '../state/others-work.svelte.ts'
import { presenting } from '../state/presenting.svelte.ts'
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
    const isHeld = () => presenting.isOn || othersWork.isShown
    const ports = { storage, now: Date.now, isHeld }
    const track = trackWatchOf(work, ports)
    const watch = new PlayWatch(work, { ...ports, track })
    work.seenVariants = () => watch.seen
    startTerms()
    // The glossary is in English.
    if (work.lesson.language === undefined) startGoalTerms(() => work.step?.id ?? '')
    mount(PlayWatcher, { target: document.body, props: { watch, track } })
    const desk = document.querySelector('#desk')
    if (desk) notePastes(desk, (text) => track.pasted(text))
    if (new URLSearchParams(location.search).has('class')) void joinLinked(work)
  }
  offerCourse(work.lesson.slug)
  startFind()
  startPresent(work, linked)
  startOfflineWhenIdle()
  // Where this tab is of a class, it is fetched too.
  if (classText() !== undefined)
    void fetchAgain(() => import('../class/start-class.ts')).then(({ startClass }) =>
      startClass(work, linked !== undefined),
    )
}

/** A link of a class: each of it plays the lesson with names of their own. */
async function joinLinked(work: LessonState): Promise<void> {
  const { joinClass } = await fetchAgain(() => import('../hand-in/hand-in.ts'))
  await joinClass(work, new URLSearchParams(location.search))
}
