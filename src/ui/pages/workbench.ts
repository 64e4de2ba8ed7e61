import { flushSync, mount } from 'svelte'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import { openWorker } from '../../hosting/open-worker.ts'
import type { Greeting, Lesson } from '../../lab/types.ts'
import { whenIdle } from '../kit/when-idle.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import Debrief from '../lesson/Debrief.svelte'
import GoalList from '../lesson/GoalList.svelte'
import GoalCount from '../lesson/GoalCount.svelte'
import Workbench from '../lesson/Workbench.svelte'
import { staticField } from '../kit/static-field.ts'
import { panels } from '../panels/index.ts'
import { LessonState } from '../state/lesson-state.svelte.ts'
import { keyOf, openStorage } from '../state/storage.ts'
import { loadTerminal } from '../terminal/load.ts'
import './workbench.css'

// This comes in one piece with what other pages use: where there is no workbench, it does nothing.
const target = document.querySelector('#workbench')
if (target) {
  placeThemeSwitch(document.querySelector('#theme'))
  void open(target)
}

async function open(target: Element): Promise<void> {
  const { lesson, greeting } = readPage()
  // What is needed soon is fetched while the rest is set up.
  if (lesson.panels.includes('terminal')) void loadTerminal()
  const work = new LessonState(lesson, {
    storage: openStorage(() => localStorage),
    ...(greeting && { greeting }),
    openLine: openWorker(),
    soon: (act) => void requestAnimationFrame(act),
  })
  await place(work)
  addEventListener('pagehide', () => work.flush())
  addEventListener('storage', ({ key, newValue }) => {
    if (key === keyOf(lesson.slug)) work.kept.noticeOtherTab(newValue, work.saved)
  })
  const started = work.start()
  showSavedZone(work)
  const [loaded] = await Promise.all([
    Promise.all(lesson.panels.map((name) => panels[name]())),
    started,
  ])
  replaceStatic(target, () => mount(Workbench, { target, props: { work, panels: loaded } }))
  whenIdle(() => work.prepare())
}

/** As soon as can be: what is typed from here on is typed into what was saved. */
function showSavedZone(work: LessonState): void {
  const field = staticField('zone')
  const saved = work.saved.zones[field?.dataset['zone'] ?? '']
  // What was typed already stays, and the panel puts it into the saved text.
  if (!field || saved === undefined || field.value !== field.defaultValue) return
  const { selectionStart, selectionEnd } = field
  field.defaultValue = field.value = saved
  field.setSelectionRange(selectionStart, selectionEnd)
}

/**
 * Builds the workbench in the place of the one that stands in the page. Its panels take the fields
 * over in the same turn, so no key comes between.
 */
function replaceStatic(target: Element, build: () => void): void {
  const before = target.querySelector<HTMLElement>('[data-static]')
  if (before) before.style.position = 'absolute'
  build()
  flushSync()
  before?.remove()
}

async function place(work: LessonState): Promise<void> {
  const [goals, count] = ['#goals', '#goal-count'].map((name) => document.querySelector(name))
  const props = { work }
  if (goals)
    mount(work.lesson.goals.length ? GoalList : await loadSavedWork(), { target: goals, props })
  if (count && work.lesson.goals.length) mount(GoalCount, { target: count, props })
  const debrief = document.querySelector<HTMLElement>('#debrief')
  if (debrief) mount(Debrief, { target: debrief, props: { work, section: debrief } })
}

async function loadSavedWork() {
  return (await fetchAgain(() => import('../lesson/SavedWork.svelte'))).default
}

interface PageData {
  readonly lesson: Lesson
  readonly greeting?: Greeting
}

/** The lesson stands in the page as data. */
function readPage(): PageData {
  return JSON.parse(document.querySelector('script#lesson')?.textContent ?? '') as PageData
}
