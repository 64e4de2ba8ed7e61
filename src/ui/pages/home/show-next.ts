import { words } from '#words/home'
import { restOf, type Course, type CourseLesson } from './course.ts'
import type { ShownLesson } from './show-course.ts'

/** As many due lessons fit beside the map; the others are amber on it. */
const LISTED = 3

/**
 * Lets the large link lead on: to the lesson that was begun, the next one, or what is beside the course.
 * @param pathTitle Of the chosen path, if there is one.
 */
export function showNext({ next, path }: Course<ShownLesson>, pathTitle = ''): void {
  const link = document.querySelector<HTMLAnchorElement>('#start')
  if (!link) return
  link.querySelector('.steps')?.remove()
  if (!next) {
    link.href = 'sandbox/'
    return fill(link, words.allDone, words.theSandbox, words.ofYourOwn, words.goOnNow)
  }
  const { title, href, moduleTitle, minutes } = next.listed
  link.href = href
  const isPathDone = path !== undefined && path.done === path.slugs.length
  if (next.status !== 'begun')
    return fill(
      link,
      isPathDone ? words.pathDone(pathTitle) : words.goOn,
      title,
      words.aboutMinutes(moduleTitle, minutes),
      words.goOnNow,
    )
  const rest = restOf(next)
  const note =
    rest.of > 0
      ? words.stepAndMinutesLeft(moduleTitle, rest.step, rest.of, rest.minutes)
      : words.minutesLeft(moduleTitle, rest.minutes)
  fill(link, words.continue, title, note, words.continueNow)
  link.querySelector('.note')?.after(stepBar(rest))
}

/** @param texts A label, a title, a note, and what a button says. */
function fill(link: HTMLElement, ...texts: readonly [string, string, string, string]): void {
  texts.forEach((text, index) => (link.children[index]!.textContent = text))
}

/** A bar of as many pieces as there are steps; the text beside it says the same. */
function stepBar({ step, of }: { readonly step: number; readonly of: number }): HTMLElement {
  const bar = document.createElement('span')
  bar.className = 'steps'
  bar.ariaHidden = 'true'
  for (let at = 1; at <= of; at++)
    bar.append(Object.assign(document.createElement('i'), { className: at < step ? 'done' : '' }))
  return bar
}

/** Lists what is due for review; nothing shows where nothing is. */
export function showDue({ due }: Course<ShownLesson>): void {
  const section = document.querySelector<HTMLElement>('#due')
  if (!section || due.length === 0) return
  section.hidden = false
  section.querySelector('ul')?.replaceChildren(...due.slice(0, LISTED).map(dueItem))
  const more = due.length - LISTED
  if (more > 0) section.querySelector('.rest')!.textContent = words.more(more)
}

function dueItem({ listed, saved, missed }: CourseLesson<ShownLesson>): HTMLElement {
  const item = document.createElement('li')
  const title = document.createElement('b')
  title.textContent = listed.title
  const when = document.createElement('small')
  const done = saved?.reviewedAt ?? saved?.doneAt
  when.textContent =
    missed[0] || !done
      ? words.missedOf(listed.moduleTitle, missed.length)
      : words.doneDaysAgo(listed.moduleTitle, daysSince(done))
  const link = document.createElement('a')
  link.className = 'button small'
  link.href = `${listed.href}#review`
  link.append(words.review)
  link.ariaLabel = words.reviewOf(listed.title)
  item.append(title, when, link)
  return item
}

const daysSince = (date: string): number => Math.round((Date.now() - Date.parse(date)) / 86_400_000)
