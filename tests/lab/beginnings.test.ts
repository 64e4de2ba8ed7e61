import { describe, expect, test } from 'vitest'
import { lessonFolders, loadLessonFolder } from '../../src/build/lessons/load-lessons.ts'
import type { LessonFolder } from '../../src/build/lessons/files/folder.ts'
import { judgeNow, movesOf, startPlayer } from '../../src/build/lessons/proof/player.ts'
import { Beginnings } from '../../src/lab/beginnings.ts'
import type { Lab, LabInput } from '../../src/lab/lab.ts'
import { writeJson } from '../../src/lab/octet-json.ts'
import { openLab } from '../../src/lab/open.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'

/** Lessons in which time goes by: with reports, with devices, with tries that are due and a terminal. */
const SLUGS = ['read-a-report', 'two-devices', 'read-a-bounce']
const DAY = 86_400_000

const folders = await Promise.all(
  (await lessonFolders(process.cwd()))
    .filter((path) => SLUGS.some((slug) => path.endsWith(slug)))
    .map((path) => loadLessonFolder(path)),
)

/** What a learner who plays the solution leaves. */
async function playOf({ lesson, solution }: LessonFolder): Promise<readonly LabInput[]> {
  const player = await startPlayer(lesson, (one, output) =>
    openLab(one, { crypto: webCrypto, output }),
  )
  for (const deed of solution) {
    for (const move of movesOf(deed, player, 'at once')) await move.run(player)
    await judgeNow(player)
  }
  return player.lab.journal
}

/** A lab with a journal, and all that its terminal wrote. */
async function opened({ lesson }: LessonFolder, journal: readonly LabInput[], like?: Beginnings) {
  const written: string[] = []
  const lab = await openLab(lesson, {
    ...{ crypto: webCrypto, journal, ...(like && { beginnings: like }) },
    output: {
      write: (text) => void written.push(text),
      addLine: ({ who, text }) => void written.push(`${who}: ${text}`),
    },
  })
  return { lab, written }
}

/** All that can be seen of a lab, as text. */
const pictureOf = ({ world, journal, remembered, shell, zoneTexts }: Lab): string =>
  writeJson({
    ...{ events: world.events, now: world.clock.now(), next: world.nextDue, journal, zoneTexts },
    ...{ mailboxes: world.mailboxes, outbox: world.outbox, devices: world.devices },
    remembered: { ...remembered, cards: [...remembered.cards], steps: [...remembered.steps] },
    history: shell?.history,
  })

describe.each(folders.map((folder) => [folder.lesson.slug, folder] as const))('%s', (_, folder) => {
  test('begun from a kept stand comes to the same as from the start, octet for octet', async () => {
    const journal = await playOf(folder)
    const beginnings = new Beginnings()
    const half = journal.slice(0, Math.ceil(journal.length / 2))
    // The first keeps stands, the others go on from them: each leaves what is kept as it was.
    await opened(folder, journal, beginnings)
    for (const before of [half, journal]) {
      const fresh = await opened(folder, before)
      const begun = await opened(folder, before, beginnings)
      for (const input of [
        ...journal.slice(before.length),
        { kind: 'advance', by: DAY } as const,
        ...(folder.lesson.terminal ? [{ kind: 'type', data: '\x03ls -l zones\r' } as const] : []),
      ])
        for (const { lab } of [fresh, begun]) await lab.apply(input)
      expect(pictureOf(begun.lab)).toBe(pictureOf(fresh.lab))
      expect(begun.written).toEqual(fresh.written)
    }
  })
})

test('a kept stand is found by the inputs that led to it, and by no others', async () => {
  const folder = folders.find(({ lesson }) => lesson.slug === 'read-a-report')!
  const beginnings = new Beginnings()
  const hour = { kind: 'advance', by: 3_600_000 } as const
  const begin = { kind: 'advance', by: folder.lesson.opensAfter! * 1000 } as const
  await opened(folder, [hour, hour], beginnings)
  expect(beginnings.find([begin])?.inputs).toBe(1)
  expect(beginnings.find([begin, hour, hour, { kind: 'check' }])?.inputs).toBe(3)
  expect(beginnings.find([begin, { kind: 'check' }, hour])?.inputs).toBe(1)
  expect(beginnings.find([hour])).toBeUndefined()
})
