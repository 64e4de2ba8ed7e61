import { words } from '#words/skills'
import { richParts } from '../../kit/rich-text.ts'
import { masteryOf } from '../../state/plays/mastery.ts'
import type { PlayLog } from '../../state/plays/play-log.ts'
import { dueAt } from '../../state/plays/schedule.ts'
import {
  isDone,
  restOf,
  type Course,
  type CourseLesson,
  type ListedLesson,
} from '../home/course.ts'

/** A skill with its place on the page. */
export interface ShownSkill extends ListedLesson {
  readonly item: HTMLElement
  readonly title: string
  readonly href: string
}

/** The skills as the page lists them, in order. */
export function readSkills(page: Document): ShownSkill[] {
  return [...page.querySelectorAll<HTMLElement>('.skill')].map((item) => {
    const link = item.querySelector('a')!
    return {
      ...{ item, href: link.href, title: link.textContent, slug: item.dataset['lesson'] ?? '' },
      minutes: 0,
      variants: Number(item.dataset['variants']),
    }
  })
}

/** Says of each skill since when one has it, what is due, and what was missed. */
export function showSkills(
  { lessons, due, done, isBegun }: Course<ShownSkill>,
  playsOf: (slug: string) => PlayLog,
): void {
  for (const lesson of lessons) showSkill(lesson, playsOf(lesson.listed.slug))
  const sum = document.querySelector('#sum')
  if (!sum || !isBegun) return
  const mastered = lessons.filter(({ isMastered }) => isMastered).length
  const parts = [words.sum(done, mastered, lessons.length)]
  if (due.length > 0) parts.push(words.due(due.length))
  sum.textContent = parts.join(' ')
}

function showSkill(lesson: CourseLesson<ShownSkill>, log: PlayLog): void {
  const { item, title, href } = lesson.listed
  item.dataset['status'] = lesson.isMastered ? 'mastered' : lesson.status
  item.querySelector('.state')!.textContent = stateOf(lesson, log)
  item.querySelector('.more')?.remove()
  const lines = [...missedLines(lesson), ...nextLines(lesson, log)]
  if (lines.length === 0 && lesson.status !== 'due') return
  const more = document.createElement('div')
  more.className = 'more'
  for (const line of lines) more.append(line)
  if (lesson.status === 'due' || lesson.missed.length > 0 || lesson.status === 'shown') {
    const link = document.createElement('a')
    link.className = 'button small'
    link.href = `${href}#review`
    link.textContent = words.review
    link.ariaLabel = words.reviewOf(title)
    more.append(link)
  }
  item.append(more)
}

function stateOf(lesson: CourseLesson<ShownSkill>, { plays }: PlayLog): string {
  const { saved, status, listed } = lesson
  const mastered = masteryOf(plays, listed.variants).since
  if (mastered !== undefined) return words.mastered(dateOf(mastered))
  const since = saved?.doneAt ?? plays[0]?.at
  if (isDone(lesson) && since !== undefined) return words.can(dateOf(since))
  if (isDone(lesson)) return words.canNow
  const { step, of } = restOf(lesson)
  if (status === 'begun' && of > 0) return words.begun(step, of)
  return status === 'shown' || status === 'due' ? words.shown : words.notYet
}

const missedLines = ({ missed }: CourseLesson<ShownSkill>): HTMLElement[] =>
  missed.map(({ kind, text }) => lineOf('missed', words.missed[kind](text)))

/** When it comes back, and what is left to master it. */
function nextLines(lesson: CourseLesson<ShownSkill>, { plays }: PlayLog): HTMLElement[] {
  if (!isDone(lesson) && lesson.status !== 'shown') return []
  const lines: HTMLElement[] = []
  const due = dueAt(plays)
  if (lesson.status === 'due') lines.push(lineOf('due', words.dueToday))
  else if (due !== undefined) lines.push(lineOf('later', words.dueOn(dateOf(due))))
  else if (plays.length > 0) lines.push(lineOf('later', words.rests))
  const { need, have, late, since } = masteryOf(plays, lesson.listed.variants)
  if (need > 0 && since === undefined && plays.length > 0)
    lines.push(lineOf('later', words.toMaster(Math.max(0, need - have), late)))
  return lines
}

function lineOf(name: string, text: string): HTMLElement {
  const line = document.createElement('p')
  line.className = name
  for (const part of richParts(text)) {
    const node = document.createElement(part.code ? 'code' : part.stress ? 'em' : 'span')
    node.textContent = part.text
    line.append(node)
  }
  return line
}

const dateOf = (date: string | number | Date): string =>
  new Date(date).toLocaleDateString(document.documentElement.lang, { dateStyle: 'medium' })
