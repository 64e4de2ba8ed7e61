import { restOf, type Course, type CourseLesson } from './course.ts'
import type { ShownLesson } from './show-course.ts'

/** As many due lessons fit beside the map; the others are amber on it. */
const LISTED = 3

/** Lets the large link lead on: to the lesson that was begun, the next one, or what is beside the course. */
export function showNext({ next }: Course<ShownLesson>): void {
  const link = document.querySelector<HTMLAnchorElement>('#start')
  if (!link) return
  if (!next) {
    link.href = 'sandbox/'
    return fill(link, 'All lessons done', 'The sandbox', 'Zones, senders and messages of your own')
  }
  const { title, href, moduleTitle, minutes } = next.listed
  link.href = href
  if (next.status !== 'begun')
    return fill(link, 'Go on', title, `${moduleTitle} · about ${minutes} minutes`)
  const rest = restOf(next)
  const step = rest.of > 0 ? `step ${rest.step} of ${rest.of} · ` : ''
  fill(link, 'Continue', title, `${moduleTitle} · ${step}about ${rest.minutes} min left`)
  link.querySelector('.note')?.after(stepBar(rest))
}

function fill(link: HTMLElement, label: string, title: string, note: string): void {
  const texts = [label, title, note, label === 'Continue' ? 'Continue →' : 'Go on →']
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
  if (more > 0) section.querySelector('.rest')!.textContent = `and ${more} more, amber on the map`
}

function dueItem({ listed, saved }: CourseLesson<ShownLesson>): HTMLElement {
  const item = document.createElement('li')
  const title = document.createElement('b')
  title.textContent = listed.title
  const when = document.createElement('small')
  when.textContent = `${listed.moduleTitle} · done ${ago(saved?.reviewedAt ?? saved?.doneAt ?? '')}`
  const link = document.createElement('a')
  link.className = 'button small'
  link.href = `${listed.href}#review`
  link.append('Review')
  link.ariaLabel = `Review ${listed.title}`
  item.append(title, when, link)
  return item
}

function ago(date: string): string {
  const days = Math.round((Date.now() - Date.parse(date)) / 86_400_000)
  return days > 1 ? `${days} days ago` : 'yesterday'
}
