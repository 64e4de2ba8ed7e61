import { mount } from 'svelte'
import { pageOf } from '../links/address.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import ClassWatcher from './ClassWatcher.svelte'
import { homePage } from './home-page.ts'
import { readKept, storeKept, type KeptStudent } from './kept-class.ts'
import { LessonWatch } from './lesson-watch.svelte.ts'
import { mountChip } from './mount-chip.ts'
import { roomPorts } from './room-line.ts'
import { startScreen } from './start-screen.ts'
import type { StudentScreen } from './student-screen.svelte.ts'
import { StudentSession } from './student-session.svelte.ts'

/**
 * Takes part in the class that this tab is of.
 * @param isLinked The page shows what a link brought, and not the student’s own work.
 */
export function startClass(work: LessonState, isLinked: boolean): void {
  const kept = readKept()
  if (kept?.role === 'student') startStudent(work, kept, isLinked)
  else if (kept && !isLinked)
    void import('./start-presenting.ts').then(({ startPresenting }) =>
      startPresenting(work, kept.secret),
    )
}

function startStudent(work: LessonState, kept: KeptStudent, isLinked: boolean): void {
  let screen: StudentScreen | undefined
  const session = new StudentSession(
    kept,
    {
      ...roomPorts(kept.key),
      goTo: ({ slug, step }) => {
        if (slug !== work.lesson.slug || isLinked) return leaveFor(work, pageOf(slug, homePage()))
        if (step === undefined) return
        // Where the presenter's screen is shown, one's own work stays at its step.
        if (screen?.isWanted) takeStep(session)
        else goToStep(session, work)
      },
      now: () => Date.now(),
      store: storeKept,
    },
    isLinked ? 'stays' : 'works',
  )
  if (isLinked) mountChip({ session, isAway: true })
  else {
    goToStep(session, work)
    screen = startScreen(work, session, ({ slug }) => leaveFor(work, pageOf(slug, homePage())))
    mountChip({ session, screen })
    const watch = new LessonWatch(work, session)
    mount(ClassWatcher, { target: document.body, props: { watch } })
  }
  session.start()
}

/** Opens the step that the class is at, if the lesson has it. */
function goToStep(session: StudentSession, work: LessonState): void {
  const step = takeStep(session)
  if (work.lesson.steps.some(({ id }) => id === step)) work.goTo(step!)
}

/** The step that was to be opened; it is remembered no longer. */
function takeStep(session: StudentSession): string | undefined {
  const { step, ...rest } = session.kept
  if (step !== undefined) session.forget(rest)
  return step
}

/** Another page, or this one anew: what was done is saved first. */
function leaveFor(work: LessonState, page: URL): void {
  work.flush()
  const isHere = page.pathname === location.pathname && page.search === location.search
  if (!isHere) return location.assign(page)
  history.replaceState(null, '', page)
  location.reload()
}
