import { mount } from 'svelte'
import type { ClassPlace, ScreenLook } from '../../lab/class/protocol.ts'
import { hall } from '../desk/hall.svelte.ts'
import { AsideWork } from '../present/aside-work.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { openStorage } from '../state/storage.ts'
import { branchStorage, nowhere } from './branch-storage.ts'
import FollowBar from './FollowBar.svelte'
import { ScreenMirror } from './screen-mirror.svelte.ts'
import { showPanel } from './seen-panel.ts'
import { StudentScreen } from './student-screen.svelte.ts'
import type { StudentSession } from './student-session.svelte.ts'

/** Has a lesson's page show the presenter's screen when it should. @param goTo Leads to another lesson. */
export function startScreen(
  work: LessonState,
  session: StudentSession,
  goTo: (place: ClassPlace) => void,
): StudentScreen {
  const { slug } = work.lesson
  const mirror: ScreenMirror = new ScreenMirror(work, {
    ...{ goTo, show: showLook },
    putAside: () => new AsideWork(work, () => localStorage, nowhere),
    keepBranch: (isKept) => (work.kept.storage = isKept ? branchStorage() : openStorage(nowhere)),
    askAgain: () => screen.isWanted && screen.settle(),
    branched: () => screen.branched(),
  })
  const screen: StudentScreen = new StudentScreen(session, mirror, {
    slug,
    later: (act, milliseconds) => void setTimeout(act, milliseconds),
    readBranch: () => branchStorage().read(slug),
    restFields,
  })
  const bar = document.createElement('div')
  document.querySelector('#desk')?.before(bar)
  mount(FollowBar, { target: bar, props: { screen, journal: () => work.journal } })
  screen.goOn()
  return screen
}

/** Where a page shows one part at a time, it is the one that the hall sees. */
function showLook({ slot, panel }: ScreenLook): void {
  if (slot && hall.slots) hall.slots.tab = slot
  if (panel !== undefined) showPanel(panel)
}

/**
 * Keys that are on their way to one's own work begin no branch of what takes its place: for a moment the desk
 * takes none.
 */
function restFields(): void {
  const fields = document.querySelector<HTMLElement>('[data-slot="doing"]')
  if (!fields) return
  fields.inert = true
  setTimeout(() => (fields.inert = false), REST)
}

const REST = 1_200
