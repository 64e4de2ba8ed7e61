import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lessonFolders, loadLessonFolder } from '../../src/build/lessons/load-lessons.ts'
import { judgeNow, movesOf, startPlayer } from '../../src/build/lessons/proof/player.ts'
import { folderVariant } from '../../src/build/lessons/proof/prove-lesson.ts'
import { withoutProse } from '../../src/build/site/lesson-data.ts'
import { ran } from '../../src/bridge/cli/testing/run-command.ts'
import type { LabInput } from '../../src/lab/lab.ts'
import { withSeed } from '../../src/lab/cast/cast.ts'
import { openLab } from '../../src/lab/open.ts'
import { checkRecord } from '../../src/lab/record/check-record.ts'
import { readRecord } from '../../src/lab/record/read-record.ts'
import type { CompletionRecord, RecordedPlay, Sha256 } from '../../src/lab/record/record.ts'
import { replay } from '../../src/lab/record/replay.ts'
import { writeRecord } from '../../src/lab/record/write-record.ts'
import { lintZones } from '../../src/lint/lint-zones.ts'
import { zoneProfiles } from '../../src/lint/zone-profiles.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'

const folders = new Map(
  (
    await Promise.all(
      (await lessonFolders(process.cwd())).map((folder) => loadLessonFolder(folder)),
    )
  ).map((folder) => [folder.lesson.slug, folder]),
)

const sha256: Sha256 = async (octets) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', octets))

/** What a learner who plays the solution leaves. */
async function journalOf(slug: string, variant?: string): Promise<readonly LabInput[]> {
  const folder = folders.get(slug)!
  const own = { ...folder, lesson: withSeed(folder.lesson, variant) }
  const { lesson, solution } = variant === undefined ? own : folderVariant(own, variant)
  const player = await startPlayer(lesson, (one, output) =>
    openLab(one, {
      ...{ crypto: webCrypto, output },
      lint: (zones) => lintZones(zones, zoneProfiles.simulated),
    }),
  )
  await judgeNow(player)
  for (const deed of solution)
    for (const move of movesOf(deed, player, 'at once')) {
      await move.run(player)
      await judgeNow(player)
    }
  return player.lab.journal
}

const play = async (slug: string, variant?: string): Promise<RecordedPlay> => ({
  ...{ slug, edition: folders.get(slug)!.lesson.edition, at: '2026-06-01T08:00:00.000Z' },
  ...(variant !== undefined && { variant }),
  journal: await journalOf(slug, variant),
})

const recordOf = (...plays: RecordedPlay[]): CompletionRecord => ({
  ...{ v: 1, name: 'Ann', made: '2026-06-02T08:00:00.000Z', plays },
})

/** As the site and the package have lessons: without their prose. */
const check = (record: CompletionRecord) =>
  checkRecord(record, {
    lesson: (slug) => {
      const lesson = folders.get(slug)?.lesson
      return Promise.resolve(lesson && withoutProse(lesson))
    },
    replay: (lesson, journal) => replay(lesson, journal, webCrypto),
  })

const [first] = folders.keys()
const sound = await play(first!)

describe('a record', () => {
  test('of each lesson and a variant of it holds', async () => {
    for (const { lesson } of folders.values()) {
      const [variant] = lesson.variants
      const plays = [await play(lesson.slug), await play(lesson.slug, variant?.id)]
      expect(await check(recordOf(...plays))).toMatchObject([
        { slug: lesson.slug, outcome: 'done', title: lesson.title, variants: variant ? 1 : 0 },
      ])
    }
  })

  test('of a play with the cast of a seed holds', async () =>
    expect(await check(recordOf(await play('your-first-spf', 'seed-7')))).toMatchObject([
      { outcome: 'done', variants: 1 },
    ]))

  test.each<[string, Partial<RecordedPlay>, string]>([
    ['nothing done', { journal: [] }, 'open'],
    ['part of it', { journal: sound.journal.slice(0, 3) }, 'open'],
    ['inputs of nothing', { journal: [{ kind: 'check' }] }, 'open'],
    [
      'a zone that is not the learner’s',
      { journal: [{ kind: 'edit', zone: 'x', text: '' }] },
      'broken',
    ],
    ['a lesson that is not there', { slug: 'fly-a-kite' }, 'lesson'],
    ['another edition', { edition: 99 }, 'edition'],
    ['a variant that is not there', { variant: 'easy' }, 'variant'],
    ['a seed that is none', { variant: 'seed-0' }, 'variant'],
  ])('with %s does not', async (_, change, outcome) => {
    const [lesson] = await check(recordOf({ ...sound, ...change }))
    expect(lesson?.outcome).toBe(outcome)
  })

  test('of one lesson does not hold as another', async () => {
    const others = [...folders.keys()].filter((slug) => slug !== first)
    for (const slug of others) {
      const { edition } = folders.get(slug)!.lesson
      const [lesson] = await check(recordOf({ ...sound, slug, edition }))
      expect(['open', 'broken']).toContain(lesson?.outcome)
    }
  })

  test('a play that was done counts beside one that was not', async () =>
    expect(await check(recordOf({ ...sound, journal: [] }, sound))).toMatchObject([
      { outcome: 'done' },
    ]))

  test('comes back from its text, with words around it and quoted', async () => {
    const record = recordOf(sound)
    const text = (await writeRecord(record, sha256))!
    expect(await readRecord(text, sha256)).toEqual({ ok: true, record })
    const quoted = `I did it:\r\n> ${text.replaceAll('\n', '\r\n> ')}\r\nAnn`
    expect(await readRecord(quoted, sha256)).toEqual({ ok: true, record })
    expect(await readRecord(text, () => Promise.resolve(undefined))).toMatchObject({ ok: false })
  })
})

describe('verify-record', () => {
  let course = ''
  beforeAll(async () => {
    course = await mkdtemp(join(tmpdir(), 'course-'))
    const { lesson } = folders.get(first!)!
    await writeFile(join(course, `${first}.json`), JSON.stringify(withoutProse(lesson)))
  })
  afterAll(() => rm(course, { recursive: true }))

  test('ends with 0 where it holds, and with 1 where it does not', async () => {
    const text = (await writeRecord(recordOf(sound), sha256))!
    const good = await ran(['verify-record', 'r.txt'], { 'r.txt': text }, { course: [course] })
    expect(good).toMatchObject({ code: 0, err: '' })
    expect(good.out).toContain('record: holds')
    const invented = (await writeRecord(recordOf({ ...sound, journal: [] }), sha256))!
    const bad = await ran(['verify-record', '-'], { '-': invented }, { course: [course] })
    expect(bad.code).toBe(1)
    expect(bad.out).toContain('does not hold')
  })

  test('ends with 2 where the record was changed, and says where', async () => {
    const text = (await writeRecord(recordOf(sound), sha256))!
    const changed = text.replace(
      /sha-256=./,
      (start) => start.slice(0, -1) + (start.endsWith('0') ? '1' : '0'),
    )
    const { code, err } = await ran(['verify-record', 'r.txt'], { 'r.txt': changed })
    expect(code).toBe(2)
    expect(err).toContain('`r.txt:2` is no record: The digest is of another record')
    expect(await ran(['verify-record', 'none.txt'])).toMatchObject({ code: 2 })
  })
})
