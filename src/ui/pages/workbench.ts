import { mount } from 'svelte'
import { checkProgress } from '../../lessons/check.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { openLab } from '../../lessons/open.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import Debrief from '../lesson/Debrief.svelte'
import Desk from '../lesson/Desk.svelte'
import Goals from '../lesson/Goals.svelte'
import Tally from '../lesson/Tally.svelte'
import Workbench from '../lesson/Workbench.svelte'
import { panels } from '../panels/index.ts'
import { LessonState } from '../state/lesson-state.svelte.ts'
import { openStorage } from '../state/storage.ts'
import { loadTerminal } from '../terminal/load.ts'
import './workbench.css'

placeThemeSwitch(document.querySelector('#theme'))
void open()

async function open(): Promise<void> {
  const lesson = readLesson() ?? (await import('./sandbox-world.ts')).sandbox
  // What is needed soon is fetched while the rest is set up.
  if (lesson.panels.includes('terminal')) void loadTerminal()
  const work = new LessonState(lesson, {
    storage: openStorage(() => localStorage),
    crypto: webCrypto,
    open: openLab,
    check: checkProgress,
    loadLint: async () => (await import('../../world/lint.ts')).lintZones,
    soon: (act) => void requestAnimationFrame(act),
  })
  place(work)
  addEventListener('pagehide', () => work.flush())
  const [loaded] = await Promise.all([
    Promise.all(lesson.panels.map((name) => panels[name]())),
    work.start(),
  ])
  const target = document.querySelector('#workbench')
  if (target) mount(Workbench, { target, props: { work, panels: loaded } })
}

function place(work: LessonState): void {
  const [goals, tally] = ['#goals', '#tally'].map((name) => document.querySelector(name))
  const props = { work }
  if (goals) mount(work.lesson.goals.length ? Goals : Desk, { target: goals, props })
  if (tally) mount(Tally, { target: tally, props })
  const debrief = document.querySelector<HTMLElement>('#debrief')
  if (debrief) mount(Debrief, { target: debrief, props: { work, section: debrief } })
}

/** The lesson stands in the page as data; the sandbox page has none. */
function readLesson(): Lesson | undefined {
  const data = document.querySelector('script#lesson')?.textContent
  return data ? (JSON.parse(data) as Lesson) : undefined
}
