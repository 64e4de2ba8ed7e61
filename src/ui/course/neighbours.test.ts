import { describe, expect, test } from 'vitest'
import { courseOf } from '../pages/home/course.ts'
import { nothingPlayed } from '../state/plays/play-log.ts'
import { nothingDone } from '../state/saved.ts'
import type { LoadedCourse } from './load-course.ts'
import { neighboursOf, nextOnPath } from './neighbours.ts'

const slugs = ['a', 'b', 'c', 'd', 'e']
const listed = slugs.map((slug) => ({
  ...{ slug, title: slug, href: slug, module: 'm', minutes: 5, variants: 0 },
}))

function loaded(done: readonly string[], lessons?: readonly string[]): LoadedCourse {
  const saved = { ...nothingDone, progress: { met: 5, of: 5, done: true } }
  return {
    course: courseOf(
      listed,
      {
        savedOf: (slug) => (done.includes(slug) ? saved : undefined),
        playsOf: () => nothingPlayed,
      },
      0,
    ),
    path: lessons && { id: 'p', title: 'P', about: '', lessons },
  }
}

describe('beside a lesson', () => {
  test.each([
    ['the first', 'a', undefined, [undefined, 'b']],
    ['the last', 'e', undefined, ['d', undefined]],
    ['one on a path', 'd', ['b', 'd', 'a'], ['b', 'a']],
    ['one off the path', 'c', ['b', 'd', 'a'], ['b', 'd']],
    ['no lesson', 'sandbox', undefined, [undefined, undefined]],
  ])('%s', (_, slug, path, expected) => {
    const { before, after } = neighboursOf(slug, loaded([], path))
    expect([before?.slug, after?.slug]).toEqual(expected)
  })
})

describe('a path leads on', () => {
  test.each([
    ['nowhere where none was chosen', 'a', undefined, [], undefined],
    ['to the lesson behind', 'b', ['b', 'd', 'a'], ['b'], 'd'],
    ['past what is done', 'b', ['b', 'd', 'a'], ['b', 'd'], 'a'],
    ['back to what was left out', 'a', ['b', 'd', 'a'], ['a', 'd'], 'b'],
    ['to its end', 'a', ['b', 'd', 'a'], ['b', 'd'], undefined],
    ['from a lesson off the path', 'c', ['b', 'd', 'a'], ['b'], 'd'],
  ])('%s', (_, slug, path, done, expected) => {
    const next = nextOnPath(slug, loaded(done, path))
    if (path && expected === undefined) expect(next).toBe('end')
    else expect(next === 'end' ? next : next?.slug).toBe(expected)
  })
})
