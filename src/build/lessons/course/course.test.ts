import { expect, test } from 'vitest'
import { sampleLesson } from '../../../lessons/testing/lesson.ts'
import { loadLessons } from '../load-lessons.ts'
import { courseProblems, needProblems, pathProblems } from './check.ts'
import { brokenLinks } from './links.ts'
import { germanEase, germanSyllables, proseLimits, readingGrade, syllablesOf } from './reading.ts'

const lesson = (slug: string, more: object = {}) => ({ ...sampleLesson, slug, ...more })
const messages = (problems: readonly { readonly message: string }[]) =>
  problems.map(({ message }) => message)

test('the course as it stands: needs, paths and links hold', async () => {
  const root = process.cwd()
  expect(await courseProblems(root, await loadLessons(root))).toEqual([])
})

test('what a lesson needs is there, and comes before it', () => {
  const lessons = [lesson('a', { needs: ['b'] }), lesson('b', { needs: ['a', 'c'] })]
  expect(messages(needProblems(lessons))).toEqual([
    'Behind this one comes `b`, which it needs.',
    'There is no lesson `c`, which it needs.',
  ])
  expect(needProblems(lessons)[0]!.file).toBe('lessons/04-spf/01-a/lesson.md')
})

const path = (lessons: readonly string[], more: object = {}) => ({
  ...{ id: 'hour', title: 'I have an hour', about: 'x', lessons },
  ...more,
})

test.each([
  [path(['a', 'b']), []],
  [path(['b', 'a']), ['`b` needs `a`, which comes later.']],
  [path(['b']), ['`b` needs `a`, which the path leaves out.']],
  [path(['a', 'b'], { atMost: 9 }), ['It takes 10 minutes, and 9 is the most.']],
])('a path %#', (one, wanted) =>
  expect(messages(pathProblems([one], [lesson('a'), lesson('b', { needs: ['a'] })]))).toEqual(
    wanted,
  ),
)

test.each([
  ['../a/', true],
  ['../a/#step', true],
  ['../../rules/spf/', true],
  ['https://www.rfc-editor.org/rfc/rfc5321.html#section-2', true],
  ['../gone/', false],
  ['https://example.com/', false],
  ['a.html', false],
])('a link to %s: %s', (target, holds) => {
  const one = lesson('a', { debrief: `<p><a href="${target}">x</a></p>` })
  expect(brokenLinks(one, [one]).length === 0).toBe(holds)
})

test.each([
  ['the', 1],
  ['message', 2],
  ['named', 1],
  ['wanted', 2],
  ['table', 2],
  ['authentication', 5],
  ['MX', 1],
])('%s has %i syllables', (word, count) => expect(syllablesOf(word)).toBe(count))

const easy = 'Bob waits for a price. You call the server by hand. It speaks first. What do you say?'
const hard =
  'Authentication mechanisms necessitate considerable administrative consideration notwithstanding the organizational circumstances under which implementation responsibilities accumulate disproportionately among participating infrastructural intermediaries.'

test('short sentences of short words are easy, long ones are not', () => {
  expect(readingGrade(`${easy} ${easy}`)).toBeLessThan(3)
  expect(readingGrade(`${hard} ${hard}`)).toBeGreaterThan(20)
  expect(readingGrade('Antidisestablishmentarianism.')).toBe(0)
})

test.each([
  ['Haus', 1],
  ['Straße', 2],
  ['Bäume', 2],
  ['Reihenfolge', 4],
  ['die', 1],
  ['SMTP', 1],
])('%s has %i syllables in German', (word, syllables) =>
  expect(germanSyllables(word)).toBe(syllables),
)

test('German that is plain is easier than German of offices', () => {
  const plain =
    'Bob wartet auf einen Preis. Ruf den Server an und sag ihm, wer du bist. Er sagt dir dann, ob er die Nachricht nimmt.'
  const office =
    'Die Inanspruchnahme der Zustellungsdienstleistungen erfordert grundsätzlich eine vorausgehende Authentifizierung der einliefernden Kommunikationsteilnehmer gegenüber der annehmenden Serverinfrastruktur entsprechend den veröffentlichten Nutzungsbedingungen.'
  expect(germanEase(plain)).toBeGreaterThan(70)
  expect(germanEase(office)).toBeLessThan(0)
  expect(proseLimits('de').hardness?.(plain)).toBeUndefined()
  expect(proseLimits('de').hardness?.(office)).toContain('(Amstad)')
  expect(proseLimits('fr')).toEqual({ most: 110 })
})
