import { mount } from 'svelte'
import { readLink } from '../../lab/link/read-link.ts'
import { pageOf } from '../links/address.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import ClassChip from './ClassChip.svelte'
import ClassWatcher from './ClassWatcher.svelte'
import { homePage } from './home-page.ts'
import { readKept, storeKept, type KeptStudent } from './kept-class.ts'
import { LessonWatch } from './lesson-watch.svelte.ts'
import { roomPorts, type RoomPorts } from './room-line.ts'
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
  const room = roomPorts(kept.key)
  const session = new StudentSession(
    kept,
    {
      ...room,
      goTo: ({ slug, step }) => {
        if (slug !== work.lesson.slug || isLinked) return leaveFor(work, pageOf(slug, homePage()))
        if (step !== undefined) goToStep(session, work)
      },
      now: () => Date.now(),
      store: storeKept,
    },
    isLinked,
  )
  if (!isLinked) goToStep(session, work)
  mountChip(session, work, room, isLinked)
  if (!isLinked) {
    const watch = new LessonWatch(work, session)
    mount(ClassWatcher, { target: document.body, props: { watch } })
  }
  session.start()
}

/** Opens the step that the class is at, if the lesson has it. */
function goToStep(session: StudentSession, work: LessonState): void {
  const { step, ...rest } = session.kept
  if (step === undefined) return
  session.forget(rest)
  if (work.lesson.steps.some(({ id }) => id === step)) work.goTo(step)
}

function mountChip(
  session: StudentSession,
  work: LessonState,
  room: RoomPorts,
  isScreen: boolean,
): void {
  const row = document.querySelector('.masthead .row')
  if (!row) return
  const place = document.createElement('div')
  place.className = 'class-chip'
  row.insertBefore(place, row.querySelector('#present'))
  mount(ClassChip, {
    target: place,
    props: {
      ...{ session, isScreen },
      openScreen: () => openScreen(work, room),
      leaveScreen: () => leaveFor(work, new URL(location.pathname, location.href)),
    },
  })
}

/** Opens what the presenter shows, as a link does: one's own work is not touched. */
async function openScreen(work: LessonState, room: RoomPorts): Promise<boolean> {
  const { body } = await room.get('screen').catch(() => ({ body: undefined }))
  const { slug, link } = (body ?? {}) as { slug?: unknown; link?: unknown }
  if (typeof slug !== 'string' || typeof link !== 'string') return false
  const read = readLink(link)
  if (!read.ok || !('slug' in read.state) || read.state.slug !== slug) return false
  const page = pageOf(slug, homePage())
  page.hash = link
  leaveFor(work, page)
  return true
}

/** Another page, or this one anew: what was done is saved first. */
function leaveFor(work: LessonState, page: URL): void {
  work.flush()
  const isHere = page.pathname === location.pathname && page.search === location.search
  if (!isHere) return location.assign(page)
  if (page.hash === location.hash) return location.reload()
  // A link that comes is opened by the page itself; without its fragment the page is loaded anew.
  if (page.hash !== '') return void (location.hash = page.hash)
  history.replaceState(null, '', page)
  location.reload()
}
