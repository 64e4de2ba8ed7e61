import { expect, test } from 'vitest'
import { loadLessons } from './load-lessons.ts'
import { loadPaths, readPaths } from './load-paths.ts'

const slugs = ['one', 'two', 'three']
const sound = 'hour:\n  title: An hour\n  about: The way of a message.\n  lessons: [two, one]\n'

test('a path has its lessons in an order of its own', () =>
  expect(readPaths(sound, slugs)).toEqual([
    { id: 'hour', title: 'An hour', about: 'The way of a message.', lessons: ['two', 'one'] },
  ]))

test.each([
  ['a list', '- hour\n', 'paths.yaml:1:1: Write a mapping'],
  ['no YAML', 'hour: [', 'This is no YAML'],
  ['a text in place of a path', 'hour: soon\n', 'paths.yaml:1:1 (hour): A path has'],
  ['a name with a space', 'one hour:\n  title: x\n', 'lower-case letters'],
  ['a key that is not known', `${sound}  minutes: 60\n`, ':5:3 (hour.minutes): A path has no'],
  ['no title', sound.replace('An hour', '""'), ':2:3 (hour.title): Write a text.'],
  ['no lessons', sound.replace('two, one', ''), ':4:3 (hour.lessons): Name at least one'],
  ['an unknown lesson', sound.replace('two', 'tow'), ':4:13 (hour.lessons.0): There is no lesson'],
  ['a lesson twice', sound.replace('two', 'one'), '(hour.lessons.1): `one` stands here twice'],
])('%s is refused with its place', (_, text, message) =>
  expect(() => readPaths(text, slugs)).toThrow(message),
)

test('the paths of the course name lessons that there are', async () => {
  const lessons = await loadLessons(process.cwd())
  const paths = await loadPaths(
    process.cwd(),
    lessons.map(({ slug }) => slug),
  )
  expect(paths.length).toBeGreaterThan(0)
})

test('without a file there are no paths', async () =>
  expect(await loadPaths('tests', slugs)).toEqual([]))
