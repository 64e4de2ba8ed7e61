import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lessonVariant } from '../../../lab/lesson-variant.ts'
import { loadLessonFolder, loadLessons } from '../load-lessons.ts'
import { openProved } from '../proof/open-proved.ts'
import { proveTranslations } from '../proof/prove-translations.ts'
import { changed, layLesson } from '../testing/lay-lesson.ts'
import { mapLessonTexts } from './lesson-texts.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'translation-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const german = (changes?: Parameters<typeof layLesson>[1]) =>
  loadLessonFolder(layLesson(root, changes), { language: 'de' })

test('a lesson has the texts of a language, and proves the same', async () => {
  const { lesson } = await german()
  const [english] = await loadLessons(root)
  expect(lesson).toMatchObject({
    ...{ language: 'de', title: 'Ein Eintrag', minutes: 5, debrief: '<p>Einer genügt.</p>' },
    module: { title: 'Die Reise', slug: 'journey' },
    steps: [{ id: 'publish', title: 'Veröffentlichen', after: '<p>Bobs Arbeit ist getan.</p>' }],
    world: { hosts: [{ name: 'desk.example.org', about: 'Bobs Tisch.' }] },
  })
  expect(lesson.steps[0]!.goals[0]).toEqual({
    ...english!.steps[0]!.goals[0],
    text: 'Der Server besteht `SPF`.',
  })
})

test('lines of a card keep their English as names, so that patterns and plays find them', async () => {
  const { lesson } = await german()
  expect(lesson.steps[0]!.card).toMatchObject({
    from: {
      lines: ['bitte behalten', 'wegwerfen'],
      names: ['keep it please', 'throw it away'],
    },
    right: [{ name: 'keep*' }],
    wrong: [{ name: 'throw*', because: 'Sie ist nötig.' }],
  })
})

test('a lesson that is not translated is in English, and says so by having no language', async () => {
  const { lesson } = await german({ 'lesson.de.md': undefined, 'lesson.de.yaml': undefined })
  expect(lesson).toMatchObject({ title: 'One record', module: { title: 'Die Reise' } })
  expect(lesson.language).toBeUndefined()
})

describe('variants', () => {
  test('swap names and their genitives, and words of the translation for those of English alone', async () => {
    const { lesson } = await german()
    const other = lessonVariant(lesson, 'other-name')
    expect(other.steps[0]).toMatchObject({
      after: '<p>Carols Arbeit ist getan.</p>',
      ladder: ['Sieh hin.', 'Sieh noch einmal hin.', 'Schreib sie für Carol und das Lager.'],
    })
    expect(lesson.variants[0]!.swap).not.toHaveProperty('shop')
  })

  const words = 'variants:\n  other-name:\n    den Laden: das Lager\n'
  test.each([
    ['of English alone need an answer', '', /variants.other-name\): Say which words.*`shop`/],
    [
      'of what is proved stay',
      'variants: { other-name: { example.org: example.com } }\n',
      /This word stands in what is proved/,
    ],
    ['that no text has', 'variants: { other-name: { Hof: Lager } }\n', /No text has this word/],
    ['of no variant', 'variants: { other-name: {}, x: {} }\n', /No variant is called `x`/],
    ['that are no mapping', 'variants: [a]\n', /variants\): Write words below the name/],
  ])('words %s', async (_, own, message) => {
    await expect(german(changed('lesson.de.yaml', words, own))).rejects.toThrow(message)
  })

  test('a name that English has and the translation lacks is asked for', async () => {
    await expect(
      german(changed('lesson.de.md', 'Bobs Arbeit ist getan.', 'Die Arbeit ist getan.')),
    ).rejects.toThrow(/It changes `Bob` in the English `steps.publish.after`, and nothing of it/)
  })
})

describe.each<readonly [string, Parameters<typeof layLesson>[1], RegExp]>([
  ['half a translation', { 'lesson.de.md': undefined }, /lesson\.de\.yaml: A translation has both/],
  [
    'a missing text',
    changed('lesson.de.yaml', '      - Sieh hin.\n', ''),
    /lesson\.de\.yaml:14:5 \(steps\.publish\.ladder\.2\): It is missing: “Write it for Bob/,
  ],
  [
    'an empty text',
    changed('lesson.de.yaml', 'Sie wird gebraucht.', "''"),
    /steps\.publish\.card\.because\): It is missing/,
  ],
  [
    'a text that is none',
    changed('lesson.de.yaml', 'otherwise: Nein.', 'otherwise: 5'),
    /lesson\.de\.yaml:13:7 \(steps\.publish\.card\.otherwise\): Write a text\./,
  ],
  [
    'a superfluous text',
    changed('lesson.de.yaml', 'otherwise: Nein.', 'otherwise: Nein.\n      right: a'),
    /lesson\.de\.yaml:14:7 \(steps\.publish\.card\.right\): The English lesson has no such text/,
  ],
  [
    'lost code',
    changed('lesson.de.yaml', '`SPF`', 'SPF'),
    /lesson\.de\.yaml:4:7 \(steps\.publish\.goals\.own\): The code `SPF` is missing/,
  ],
  [
    'new code in prose',
    changed('lesson.de.md', 'Bob liest', 'Bob `liest`'),
    /lesson\.de\.md:7 \(steps\.publish\.html\): The code `liest` is not in the English text/,
  ],
  [
    'a lost section',
    changed('lesson.de.md', ' (RFC 7208 §4.5)', ''),
    /The section `RFC 7208 §4\.5`/,
  ],
  [
    'a text left in English',
    changed('lesson.de.yaml', 'Der Server\n', 'The server\n'),
    /senders\.own\.name\): It is still in English/,
  ],
  [
    'a step of its own',
    changed('lesson.de.md', '## Debrief', '## Mehr {#more}\n\nMehr.\n\n## Debrief'),
    /lesson\.de\.md:15: The English lesson has no step `\{#more\}`/,
  ],
  [
    'no explanation',
    changed('lesson.de.md', '***\n\nBobs Arbeit ist getan.\n', ''),
    /after\): It is missing/,
  ],
  [
    'other keys in front',
    changed('lesson.de.md', 'title:', 'minutes: 3\ntitle:'),
    /\(minutes\): A translation has no such key/,
  ],
  [
    'a long step',
    changed('lesson.de.md', 'Bob liest', `Bob liest ${'und '.repeat(100)}`),
    /has \d+ words, and 100 is the most/,
  ],
  [
    'hard prose',
    changed(
      'lesson.de.md',
      'Bob liest',
      `Bob liest ${'Zustellbarkeitsverantwortlichkeiten und Empfangsbestätigungen '.repeat(12)}`,
    ),
    /has a reading ease of .* \(Amstad\), and 55 is the least/,
  ],
  [
    'no title of the module',
    { '../module.de.yaml': '{}\n' },
    /module\.de\.yaml.*\(title\): It is missing/,
  ],
])('%s', (_, changes, message) => {
  test('is refused, with its place', () => expect(german(changes)).rejects.toThrow(message))
})

test('the proof plays the solution in each language, and says what is older than its English', async () => {
  const folder = layLesson(root)
  const proof = await proveTranslations(folder, await loadLessonFolder(folder), openProved)
  expect(proof.failures).toEqual([])
  expect(proof.notes).toHaveLength(1)
  expect(proof.notes[0]).toMatch(/^de: \d+ texts are older than the English: title, objective/)
})

test('the proof says what is wrong with a translation', async () => {
  const folder = layLesson(root, changed('lesson.de.yaml', '`SPF`', 'SPF'))
  const { failures } = await proveTranslations(folder, await loadLessonFolder(folder), openProved)
  expect(failures).toEqual([expect.stringContaining('The code `SPF` is missing.')])
})

test('the first module of the course is there in German, and proves what it proves in English', async () => {
  const [english, other] = await Promise.all([
    loadLessons(process.cwd()),
    loadLessons(process.cwd(), { language: 'de' }),
  ])
  const journey = other.filter(({ module }) => module.number === 1)
  expect(journey.map(({ language }) => language)).toEqual(Array(10).fill('de'))
  const bare = (lesson: (typeof english)[number]) => {
    const { variants: _, language: __, module: ___, ...rest } = mapLessonTexts(lesson, () => 'x')
    return JSON.parse(JSON.stringify(rest).replace(/,"names":\[[^\]]*\]/g, '')) as unknown
  }
  for (const [at, lesson] of journey.entries()) expect(bare(lesson)).toEqual(bare(english[at]!))
})
