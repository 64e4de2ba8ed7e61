import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../lessons/load-lessons.ts'
import { termOf, terms } from '../../../lessons/terms/index.ts'
import { givesAway } from './gives-away.ts'
import { markedIn } from './mark-terms.ts'
import { stepTerms } from './step-terms.ts'
import { withTerms } from './with-terms.ts'

const lessons = await loadLessons(process.cwd())
/** As `withTerms` sees them: each step with its card. */
const marked = lessons.map((lesson) => withTerms(lesson))

test('every term that is marked is in the glossary', () => {
  const all = marked.flatMap(({ steps, debrief }) => [
    ...steps.flatMap(({ html, after }) => [...markedIn(html), ...markedIn(after)]),
    ...markedIn(debrief),
  ])
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter((id) => !termOf(id))).toEqual([])
})

test('no card answers what its step asks; `terms: { off: […] }` in lesson.yaml takes it away', () => {
  const answers = marked.flatMap(({ slug, steps }) =>
    steps.flatMap((step) =>
      markedIn(step.html)
        .filter((id) => givesAway(termOf(id)!, step))
        .map((id) => `${slug}: steps.${step.id}.terms: { off: [${id}] }`),
    ),
  )
  expect(answers).toEqual([])
})

test('a step may switch off one term, or all', () => {
  const [lesson] = lessons
  const step = { ...lesson!.steps[0]!, html: '<p>SPF, TLS</p>', after: '' }
  const idsWith = (more: Partial<typeof step>) =>
    markedIn(withTerms({ ...lesson!, steps: [{ ...step, ...more }] }).steps[0]!.html)
  expect(idsWith({})).toEqual(['spf', 'tls'])
  expect(idsWith({ terms: { off: ['spf'] } })).toEqual(['tls'])
  expect(idsWith({ terms: 'off' })).toEqual([])
})

test('the lesson that a term names is there', () => {
  const slugs = new Set(lessons.map(({ slug }) => slug))
  expect(terms.filter(({ lesson }) => lesson !== undefined && !slugs.has(lesson))).toEqual([])
})

describe('words of goals and hints', () => {
  const all = marked.map((lesson) => ({ lesson, terms: stepTerms(lesson) }))

  test('lead to terms that there are, none that the prose of the step leads to', () => {
    const found = all.flatMap(({ lesson, terms: of }) =>
      lesson.steps.flatMap((step) => (of[step.id] ?? []).map(([word, id]) => ({ step, word, id }))),
    )
    expect(found.length).toBeGreaterThan(50)
    expect(found.filter(({ id }) => !termOf(id))).toEqual([])
    expect(found.filter(({ step, id }) => markedIn(step.html + step.after).includes(id))).toEqual(
      [],
    )
    expect(found.filter(({ step, id }) => givesAway(termOf(id)!, step))).toEqual([])
  })

  test('are none of code, of what a step keeps to itself, and of a translation', () => {
    const [lesson] = marked
    const step = { ...lesson!.steps[0]!, html: '', after: '', goals: [], card: undefined! }
    const wordsOf = (more: Partial<typeof step>, language?: string) =>
      stepTerms({ ...(language && { language }), steps: [{ ...step, ...more }] } as never)[step.id]
    expect(wordsOf({ ladder: ['`SPF` and TLS, then SPF < TLS'] })).toEqual([
      ...[
        ['TLS', 'tls'],
        ['SPF', 'spf'],
      ],
    ])
    expect(wordsOf({ ladder: ['SPF'], terms: 'off' })).toBeUndefined()
    expect(
      wordsOf({ ladder: ['SPF'], html: '<a href="../../glossary/#spf">SPF</a>' }),
    ).toBeUndefined()
    expect(wordsOf({ ladder: ['SPF'] }, 'de')).toBeUndefined()
  })
})
