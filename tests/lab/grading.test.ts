import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
import { seedInClass, variantInClass } from '../../src/lab/grading/class-variant.ts'
import { withCopies } from '../../src/lab/grading/copies.ts'
import { gradeFile, type GradePorts, type GradeTerms } from '../../src/lab/grading/grade.ts'
import type { GradeReport } from '../../src/lab/grading/report.ts'
import { replayTimeline } from '../../src/lab/grading/timeline.ts'
import { writeSubmission } from '../../src/lab/grading/write-submission.ts'
import type { RecordedPlay } from '../../src/lab/record/record.ts'
import type { PlayTrack } from '../../src/lab/record/track.ts'
import { sha256By } from '../../src/lab/record/sha256-by.ts'
import { writeRecord } from '../../src/lab/record/write-record.ts'
import { lintZones } from '../../src/lint/lint-zones.ts'
import { zoneProfiles } from '../../src/lint/zone-profiles.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'

const SLUGS = ['press-send', 'speak-smtp', 'your-first-spf', 'the-lone-dot', 'alignment', 'imap']
const folders = new Map(
  (
    await Promise.all(
      (await lessonFolders(process.cwd()))
        .filter((path) => SLUGS.some((slug) => path.endsWith(slug)))
        .map((path) => loadLessonFolder(path)),
    )
  ).map((folder) => [folder.lesson.slug, folder]),
)
const sha256 = sha256By(webCrypto)
const BEGAN = '2026-06-01T08:00:00.000Z'
const MADE = '2026-06-01T09:00:00.000Z'

/** What a learner who plays the solution leaves; before it, what `first` does. */
async function playOf(
  slug: string,
  variant?: string,
  first: readonly LabInput[] = [],
): Promise<RecordedPlay> {
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
  for (const input of first) {
    await player.lab.apply(input)
    await judgeNow(player)
  }
  for (const deed of solution)
    for (const move of movesOf(deed, player, 'at once')) {
      await move.run(player)
      await judgeNow(player)
    }
  const { journal } = player.lab
  return {
    ...{ slug, edition: lesson.edition, at: MADE, journal },
    ...(variant !== undefined && { variant }),
    track: trackOf(journal, { done: lesson.steps.map(({ id }) => id) }),
  }
}

/** An input each ten seconds, two seconds long. */
const trackOf = (journal: readonly LabInput[], more: Partial<PlayTrack> = {}): PlayTrack => ({
  ...{ began: BEGAN, pastes: [], hints: {}, mistakes: {}, done: [] },
  times: journal.map((_, at) => [at * 10_000, at * 10_000 + 2000]),
  ...more,
})

const ports: GradePorts = {
  sha256,
  replay: (lesson, journal, more) =>
    replayTimeline(lesson, journal, {
      ...{ crypto: webCrypto, loadLint: () => import('../../src/lint/lint-zones.ts') },
      ...more,
    }),
  /** As the site and the package have lessons: without their prose. */
  lesson: (slug: string) => {
    const lesson = folders.get(slug)?.lesson
    return Promise.resolve(lesson && withoutProse(lesson))
  },
}

const submission = async (play: RecordedPlay, name = 'Ann Lee'): Promise<string> =>
  (await writeSubmission(name, play, MADE, sha256))!

async function graded(text: string, terms: GradeTerms = {}): Promise<GradeReport> {
  const [report] = await gradeFile({ name: 'ann.helo.json', text }, terms, ports)
  return report!
}

const smtp = await playOf('speak-smtp')
const text = await submission(smtp)

describe('what was done', () => {
  test.each(SLUGS)('in %s is found out: each step, each goal, and when', async (slug) => {
    const report = await graded(await submission(await playOf(slug)))
    expect(report).toMatchObject({ result: 'done', doubts: [], notes: [], name: 'Ann Lee' })
    const { steps } = report.work!
    expect(steps.map(({ done }) => done)).not.toContain(false)
    expect(steps.flatMap(({ goals }) => goals.map(({ met }) => met))).not.toContain(false)
    const times = steps.map(({ at }) => at!)
    expect(times.every((at) => Number.isInteger(at))).toBe(true)
  })

  test('in a part is open, and says what is', async () => {
    const journal = smtp.journal.slice(0, 9)
    const report = await graded(await submission({ ...smtp, journal, track: trackOf(journal) }))
    expect(report.result).toBe('open')
    const done = report.work!.steps.map((step) => step.done)
    expect(done[0]).toBe(true)
    expect(done.at(-1)).toBe(false)
    expect(report.work!.minutes).toBe(1.4)
  })

  test('nothing is open', async () => {
    const none = { ...smtp, journal: [], track: trackOf([]) }
    expect(await graded(await submission(none))).toMatchObject({ result: 'open' })
  })

  test('mistakes, first answers, pastes and hints are counted', async () => {
    const slip: LabInput[] = [{ kind: 'type', data: 'MIAL FROM:<alice@example.org>\r' }]
    const play = await playOf('speak-smtp', undefined, slip)
    const { steps, hints } = folders.get('speak-smtp')!.lesson
    const laddered = steps.find(({ ladder }) => ladder.length > 0)!
    const report = await graded(
      await submission({
        ...play,
        track: trackOf(play.journal, {
          hints: { [laddered.id]: laddered.ladder.length },
          mistakes: { [hints[0]!.id]: 4 },
          pastes: [
            { input: 0, at: 12_000, size: 29, text: 'MIAL FROM:<alice@example.org>' },
            { input: 2, at: 13_000, size: 6, text: 'not there' },
          ],
        }),
      }),
    )
    expect(report.result).toBe('done')
    const work = report.work!
    expect(work.mistakes[0]).toMatchObject({ id: hints[0]!.id, times: 4 })
    expect(work.pastes).toEqual([{ at: 12_000, size: 29, text: 'MIAL FROM:<alice@example.org>' }])
    expect(work.hints).toBe(laddered.ladder.length)
    expect(work.steps.find(({ id }) => id === laddered.id)?.wasShown).toBe(true)
    expect(work.attempts).toBeGreaterThan(10)
  })

  test('a prediction is right by its first answer', async () => {
    const first = (report: GradeReport) => report.work!.steps.map(({ card }) => card?.first)
    const right = await graded(await submission(await playOf('press-send')))
    expect(first(right)).toContain('wrong')
    expect(first(right)).toContain('right')
  })
})

describe('what is not believed', () => {
  const head = (change: object) =>
    JSON.stringify({ ...(JSON.parse(text) as object), ...change }, null, 2)
  const other = (change: Partial<RecordedPlay>) => submission({ ...smtp, ...change })
  const tracked = (more: Partial<PlayTrack>) => other({ track: { ...smtp.track!, ...more } })
  const withInput = (input: LabInput) => {
    const journal = [...smtp.journal, input]
    return other({ journal, track: trackOf(journal) })
  }

  test.each<[string, string, () => string | Promise<string>]>([
    ['another name before the record', 'head', () => head({ name: 'Bob' })],
    ['another lesson before the record', 'head', () => head({ lesson: 'press-send' })],
    ['another variant before the record', 'head', () => head({ variant: 'seed-3' })],
    [
      'a changed code',
      'damaged',
      () =>
        head({
          record: (JSON.parse(text) as { record: string }).record.replace(
            /H4sI.{40}/,
            (code) => code.slice(0, -2) + (code.endsWith('AA') ? 'BB' : 'AA'),
          ),
        }),
    ],
    [
      'another digest',
      'damaged',
      () =>
        text.replace(
          /sha-256=./,
          (start) => start.slice(0, -1) + (start.endsWith('0') ? '1' : '0'),
        ),
    ],
    ['a lesson that is not there', 'lesson', () => other({ slug: 'fly-a-kite' })],
    ['another edition', 'edition', () => other({ edition: 99 })],
    ['a variant that is not there', 'variant', () => other({ variant: 'easy' })],
    [
      'a zone that nobody may edit',
      'input',
      () => withInput({ kind: 'edit', zone: 'x', text: '' }),
    ],
    [
      'a question that nobody asks',
      'input',
      () => withInput({ kind: 'answer', card: 'x', answer: [] }),
    ],
    ['a mail that is none', 'input', () => withInput({ kind: 'send', mail: 'x' })],
    [
      'a device that is none',
      'input',
      () => withInput({ kind: 'device', device: 'x', act: { act: 'fetch' } as never }),
    ],
    [
      'steps that were not done',
      'claim',
      () =>
        other({
          journal: smtp.journal.slice(0, 5),
          track: { ...smtp.track!, times: smtp.track!.times.slice(0, 5) },
        }),
    ],
    ['no times', 'times', () => other({ track: undefined as never })],
    ['too few times', 'times', () => tracked({ times: smtp.track!.times.slice(1) })],
    ['times that go back', 'times', () => tracked({ times: smtp.track!.times.toReversed() })],
    ['times after it was made', 'times', () => tracked({ began: MADE })],
    [
      'a paste into nothing',
      'times',
      () => tracked({ pastes: [{ input: 999, at: 1, size: 1, text: 'a' }] }),
    ],
  ])('%s: %s', async (_, kind, made) => {
    const report = await graded(await made())
    expect(['doubted', 'unread']).toContain(report.result)
    expect(report.doubts.map((doubt) => doubt.kind)).toContain(kind)
    expect(report.doubts[0]!.text).toMatch(/\.$/)
  })

  test('another’s words do not come to what a variant asks', async () => {
    const copied = await other({ variant: 'seed-77' })
    expect((await graded(copied)).doubts.map(({ kind }) => kind)).toContain('claim')
  })

  test('what takes for ever is given up', async () => {
    const [report] = await gradeFile(
      { name: 'a', text },
      {},
      { ...ports, startClock: () => () => false },
    )
    expect(report?.doubts).toMatchObject([{ kind: 'late', input: 1 }])
  })
})

describe('in a class', () => {
  const { lesson } = folders.get('speak-smtp')!
  const own = async (name: string, code = 'autumn 26') =>
    variantInClass(lesson, (await seedInClass(code, name, sha256))!)

  test('each name has its own variant, however it is written', async () => {
    const names = ['Ann Lee', 'Bob', 'Zoë', '王芳', 'ann lee 2']
    const variants = await Promise.all(names.map((name) => own(name)))
    expect(new Set(variants).size).toBe(names.length)
    expect(variants[0]).toMatch(/^seed-\d+$/)
    expect(await own('  ann   LEE ', 'Autumn 26')).toBe(variants[0])
    expect(await own('Ann Lee', 'spring 27')).not.toBe(variants[0])
  })

  test('it is done with that variant, and with no other’s', async () => {
    const made = await submission(await playOf('speak-smtp', await own('Ann Lee')))
    expect(await graded(made, { code: 'autumn 26' })).toMatchObject({ result: 'done', doubts: [] })
    const bobs = await submission(await playOf('speak-smtp', await own('Ann Lee')), 'Bob')
    expect((await graded(bobs, { code: 'autumn 26' })).doubts).toMatchObject([{ kind: 'name' }])
    expect((await graded(text, { code: 'autumn 26' })).doubts).toMatchObject([{ kind: 'name' }])
    expect((await graded(made, { code: 'spring 27' })).doubts).toMatchObject([{ kind: 'name' }])
  })

  test('the same times are noted on both', async () => {
    const anns = await graded(text)
    const bobs = { ...(await graded(await submission(smtp, 'Bob'))), file: 'bob.helo.json' }
    const [first, second] = withCopies([anns, bobs])
    expect(first!.notes).toMatchObject([{ kind: 'same' }])
    expect(second!.notes[0]!.text).toContain('`ann.helo.json`')
    expect(withCopies([anns])).toEqual([anns])
  })
})

describe('helo-world grade', () => {
  let course = ''
  const files: Record<string, string> = {}
  beforeAll(async () => {
    course = await mkdtemp(join(tmpdir(), 'course-'))
    for (const { lesson } of folders.values())
      await writeFile(join(course, `${lesson.slug}.json`), JSON.stringify(withoutProse(lesson)))
    const part = smtp.journal.slice(0, 9)
    Object.assign(files, {
      'ann.helo.json': text,
      'bob.helo.json': await submission(
        { ...smtp, journal: part, track: trackOf(part) },
        '=Bob"()',
      ),
      'cut.helo.json': text.slice(0, 300),
      'record.txt': (await writeRecord({ v: 1, name: 'Cleo', made: MADE, plays: [smtp] }, sha256))!,
    })
  })
  afterAll(() => rm(course, { recursive: true }))
  const grade = (...words: string[]) => ran(['grade', ...words], files, { course: [course] })

  test.each<[number, string]>([
    [0, 'ann.helo.json'],
    [0, 'ann.helo.json record.txt'],
    [1, 'ann.helo.json bob.helo.json'],
    [1, 'cut.helo.json'],
    [0, 'bob.helo.json --require step=hear'],
    [1, 'bob.helo.json --require no-paste'],
    [0, 'ann.helo.json --require no-paste --require no-last-hint --require lesson=speak-smtp'],
    [1, 'ann.helo.json --require lesson=press-send'],
    [1, 'ann.helo.json --class autumn'],
    [2, 'ann.helo.json --require luck'],
    [2, 'ann.helo.json --format xapi'],
    [2, 'ann.helo.json --format xapi --site learn'],
    [0, 'ann.helo.json --format xapi --site https://learn.example.org'],
    [2, 'ann.helo.json --format xml'],
    [2, 'nobody.helo.json'],
    [2, ''],
  ])('ends with %i: %s', async (code, words) =>
    expect((await grade(...words.split(' ').filter(Boolean))).code).toBe(code),
  )

  test('sets a table, and below each row what it lacks', async () => {
    const { out } = await grade('ann.helo.json', 'bob.helo.json', 'cut.helo.json')
    expect(out).toContain('✓ Ann Lee')
    expect(out).toMatch(/✗ =Bob"\(\) +speak-smtp +open/)
    expect(out).toContain('Not done: ')
    expect(out).toContain('cut.helo.json')
    expect(out).toContain('1 of 3 pass.')
    const { out: whole } = await grade('ann.helo.json', '--explain')
    expect(whole).toContain('✓ Say something')
  })

  test('writes values in which no name is a formula', async () => {
    const { out } = await grade('bob.helo.json', '--format', 'csv')
    const [names, row] = out.split('\r\n')
    expect(names).toMatch(/^file,name,lesson,variant,passed/)
    expect(row).toContain(`bob.helo.json,"'=Bob""()",speak-smtp,,no,open,`)
  })

  test('has its threads in the package, which no module imports', async () => {
    const bundle = await readFile('src/build/package/bundle-command.ts', 'utf8')
    expect(bundle).toContain("'src/bridge/grade/grade-worker.ts'")
  })

  test('writes JUnit XML, and JSON', async () => {
    const { out } = await grade('ann.helo.json', 'bob.helo.json', '--format', 'junit')
    expect(out).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name=/)
    expect(out).toContain('=Bob&quot;()')
    const xapi = ['--format', 'xapi', '--site', 'https://learn.example.org']
    const statements = JSON.parse((await grade('ann.helo.json', ...xapi)).out) as object[]
    expect(statements.at(-1)).toMatchObject({
      object: { id: 'https://learn.example.org/lessons/speak-smtp/' },
      result: { completion: true, score: { scaled: 1 } },
    })
    const json = await grade('ann.helo.json', '--format', 'json')
    expect(JSON.parse(json.out)).toMatchObject({
      ...{ command: 'grade', ok: true },
      submissions: [{ name: 'Ann Lee', passed: true, result: 'done' }],
    })
  })
})
