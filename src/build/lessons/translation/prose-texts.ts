import { isObject } from '../../../core/text/is-object.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { FileProblem } from '../files/lesson-error.ts'
import type { LessonPage } from '../files/page.ts'
import { isProse, lessonTexts } from './lesson-texts.ts'
import { nameOf } from './text.ts'
import type { Reading } from './text-file.ts'

/** What stands in the front matter of a translation; all else is as in English. */
const FRONT = ['title', 'objective', 'misconception']

/** Where the texts of a page stand, and what they say. */
export interface ProseReading extends Reading {
  placeOf(name: string): Pick<FileProblem, 'line'>
}

/** Reads `lesson.de.md`: the front matter's texts, the same steps in the same order, debrief and notes. */
export function readProseTexts(page: LessonPage, file: string, english: Lesson): ProseReading {
  const { front, prose, lineOf } = page
  const given = isObject(front.data) ? front.data : {}
  const problems: FileProblem[] = [
    ...Object.keys(given)
      .filter((key) => !FRONT.includes(key))
      .map((key) => ({
        ...{ file, ...front.placeOf([key]), key },
        message: 'A translation has no such key: it is as in English.',
      })),
    ...orderProblems(page, file, english),
  ]
  const said = new Map<string, string>()
  const lines = new Map<string, number>()
  const say = (name: string, text: unknown, line: number) => {
    lines.set(name, line)
    if (typeof text === 'string' && text.trim()) said.set(name, text.trim())
  }
  for (const key of FRONT) say(key, given[key], front.placeOf([key]).line)
  for (const { id, title, html, after, line } of prose.steps)
    for (const [part, text] of Object.entries({ title, html, after }))
      say(`steps.${id}.${part}`, text, lineOf(line))
  say('debrief', prose.debrief, 1)
  say('notes', prose.notes, 1)
  const placeOf = (name: string) => ({ line: lines.get(name) ?? 1 })
  problems.push(...differences(said, english, file, placeOf))
  return { said, problems, placeOf }
}

function orderProblems({ prose, lineOf }: LessonPage, file: string, { steps }: Lesson) {
  const ids = steps.map(({ id }) => id)
  const given = prose.steps.map(({ id }) => id)
  const strangers = prose.steps.filter(({ id }) => !ids.includes(id))
  const problems = strangers.map(({ id, line }): FileProblem => ({
    ...{ file, line: lineOf(line) },
    message: `The English lesson has no step \`{#${id}}\`.`,
  }))
  const isSorted = ids.filter((id) => given.includes(id)).join() === given.join()
  if (problems.length || isSorted) return problems
  return [{ file, line: 1, message: `The steps are in this order: ${ids.join(', ')}.` }]
}

/** Each text has its translation, and an explanation stands where the English has one. */
function differences(
  said: ReadonlyMap<string, string>,
  english: Lesson,
  file: string,
  placeOf: ProseReading['placeOf'],
): FileProblem[] {
  const wanted = new Set(
    lessonTexts(english).flatMap(({ path }) => (isProse(path) ? nameOf(path) : [])),
  )
  const isOfStep = (name: string) => english.steps.some(({ id }) => name.startsWith(`steps.${id}.`))
  const missing = [...wanted].filter((name) => !said.has(name))
  const strange = [...said.keys()].filter(
    (name) => !wanted.has(name) && (!name.startsWith('steps.') || isOfStep(name)),
  )
  return [
    ...missing.map((key) => ({ file, ...placeOf(key), key, message: 'It is missing.' })),
    ...strange.map((key) => ({
      ...{ file, ...placeOf(key), key },
      message: 'The English lesson has no such text.',
    })),
  ]
}
