import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lessonFolders, loadLessonFolder } from '../../src/build/lessons/load-lessons.ts'
import type { LessonFolder } from '../../src/build/lessons/files/folder.ts'
import { judgeNow, movesOf, startPlayer } from '../../src/build/lessons/proof/player.ts'
import type { Lab } from '../../src/lab/lab.ts'
import { openLab } from '../../src/lab/open.ts'
import { writeJson } from '../../src/lab/octet-json.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import { baselessIn, causelessIn } from './causes.ts'

const folders = await Promise.all(
  (await lessonFolders(process.cwd())).map((folder) => loadLessonFolder(folder)),
)

/** A lesson that is solved, with a day that goes by behind it. */
async function solved({ lesson, solution }: LessonFolder): Promise<Lab> {
  const player = await startPlayer(lesson, (one, output) =>
    openLab(one, { crypto: webCrypto, output }),
  )
  for (const deed of solution) {
    for (const move of movesOf(deed, player, 'at once')) await move.run(player)
    await judgeNow(player)
  }
  await player.lab.apply({ kind: 'advance', by: 86_400_000 })
  return player.lab
}

describe.each(folders.map((folder) => [basename(folder.lesson.slug), folder] as const))(
  'lesson %s',
  (_, folder) => {
    test('each event has a cause that came before, and each decision its setting', async () => {
      const { world } = await solved(folder)
      expect(causelessIn(world.events)).toEqual([])
      expect(baselessIn(world.events)).toEqual([])
    })

    test('a snapshot and the inputs after it come to the same, octet for octet', async () => {
      const { journal, world } = await solved(folder)
      const output = { write: () => undefined, addLine: () => undefined }
      const half = journal.slice(0, Math.ceil(journal.length / 2))
      const lab = await openLab(folder.lesson, { crypto: webCrypto, output, journal: half })
      for (const input of journal.slice(half.length)) await lab.apply(input)
      expect(writeJson(lab.world.events)).toBe(writeJson(world.events))
    })
  },
)
