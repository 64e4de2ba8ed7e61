import { words } from '#words/lesson-page'
import { flushSync, mount } from 'svelte'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import { onceThere } from '../../hosting/once-there.ts'
import { openWorker } from '../../hosting/open-worker.ts'
import type { Greeting, Lesson, PanelName } from '../../lab/types.ts'
import Desk from '../desk/Desk.svelte'
import type { StandIn } from '../desk/stand-in.ts'
import type { WorldEntry } from '../desk/world-choice.ts'
import type { LessonPlace } from '../desk/place.ts'
import { Prose } from '../desk/prose.ts'
import { pageClock } from '../kit/rest.ts'
import { staticField } from '../kit/static-field.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import { whenIdle } from '../kit/when-idle.ts'
import { loadAhead, panels } from '../panels/index.ts'
import { sharePanels } from '../panels/titles.ts'
import { LessonState } from '../state/lesson-state.svelte.ts'
import { keyOf, openStorage } from '../state/storage.ts'
import { loadTerminal } from '../terminal/load.ts'
import './desk.css'

const nowhere: LessonPlace = { crumb: '', next: { href: '../', title: words.home } }

// This comes in one piece with what other pages use: where there is no desk, it does nothing.
const target = document.querySelector('#desk')
if (target) {
  placeThemeSwitch(document.querySelector('#theme'))
  void open(target)
}

async function open(target: Element): Promise<void> {
  const { lesson, greeting, place = nowhere, worlds } = await readPage(target)
  const prose = new Prose(document)
  // What is needed soon is fetched while the rest is set up.
  if (lesson.panels.includes('terminal')) void loadTerminal()
  const linked = await openLinked(lesson, target)
  const own = lesson.steps.length ? undefined : await loadOwnWorlds()
  const work = new LessonState(lesson, {
    storage: openStorage(linked?.storage ?? (() => localStorage)),
    ...(greeting && { greeting }),
    ...(own && { inOwnWorld: own.inOwnWorld }),
    // What answers comes first.
    openLine: onceThere(openWorker(), () => {
      for (const name of lesson.panels) void loadAhead[name]?.()
    }),
    soon: (act) => void requestAnimationFrame(act),
    pace: pageClock,
    now: Date.now,
  })
  // A page that was hidden may never be seen again.
  for (const last of ['pagehide', 'visibilitychange']) addEventListener(last, () => work.flush())
  addEventListener('storage', ({ key, newValue }) => {
    if (key === keyOf(lesson.slug) && !linked?.storage)
      work.kept.noticeOtherTab(newValue, work.saved)
  })
  linked?.attach(work)
  const started = work.start()
  if (location.hash === '#review') void started.then(() => review(work))
  showSavedZone(work)
  const load = (names: readonly PanelName[]) =>
    Promise.all(names.map(async (name) => ({ name, view: await panels[name]() })))
  const rail = lesson.steps.length ? undefined : loadRail()
  const shared = sharePanels(lesson.panels)
  const [doing] = await Promise.all([load(shared.doing), started])
  const Rail = await rail
  const props = {
    ...{ work, doing, prose, place, standIn: standIn(target), ...(Rail && { Rail, worlds }) },
    loadEffects: () => load(shared.effects),
  }
  replaceStatic(target, () => mount(Desk, { target, props }))
  whenIdle(() => {
    work.prepare()
    // What nothing that is seen waits for: the log of plays, the list of lessons.
    void fetchAgain(() => import('../course/later.ts')).then((later) =>
      later.startLater(work, linked?.storage),
    )
  })
}

/** What stands in the page is moved, not drawn again, until its part of the desk has come. */
function standIn(target: Element): StandIn {
  const nodesIn = (place: string) => [...(target.querySelector(place)?.childNodes ?? [])]
  return {
    step: nodesIn('.static-step'),
    coach: nodesIn('.coach'),
    effect: nodesIn('[data-slot="effect"]'),
  }
}

/** A state that the address carries; a link that comes later is opened as one that was there. */
async function openLinked(lesson: Lesson, target: Element) {
  const isLink = () => location.hash.startsWith('#s=')
  addEventListener('hashchange', () => isLink() && location.reload())
  if (!isLink()) return undefined
  const { openLink } = await fetchAgain(() => import('../links/open-link.ts'))
  return openLink(lesson, target)
}

/** A reload goes on with what was begun. */
function review(work: LessonState): Promise<void> {
  history.replaceState(null, '', location.pathname)
  return work.review()
}

const loadOwnWorlds = () => fetchAgain(() => import('../../lab/own-world/in-own-world.ts'))

async function loadRail() {
  return (await fetchAgain(() => import('../desk/Rail.svelte'))).default
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
 * Builds the desk in the place of the one that stands in the page. Its panels take the fields over in
 * the same turn, so no key comes between.
 */
function replaceStatic(target: Element, build: () => void): void {
  const before = [...target.children] as HTMLElement[]
  for (const one of before) {
    one.style.position = 'absolute'
    one.style.inset = '0'
  }
  build()
  flushSync()
  for (const one of before) one.remove()
}

interface PageData {
  readonly lesson: Lesson
  readonly greeting?: Greeting
  readonly place?: LessonPlace
  /** Of the sandbox: what `?world=` may name. */
  readonly worlds?: readonly WorldEntry[]
}

/** The lesson stands in the page as data; the sandbox may be asked for in another world. */
async function readPage(target: Element): Promise<PageData> {
  const page = JSON.parse(document.querySelector('script#lesson')?.textContent ?? '') as PageData
  const name = page.worlds && new URLSearchParams(location.search).get('world')
  if (!page.worlds?.some((world) => world.name === name)) return page
  const { inWorld } = await fetchAgain(() => import('../desk/world-choice.ts'))
  return { ...page, lesson: await inWorld(page.lesson, name!, target) }
}
