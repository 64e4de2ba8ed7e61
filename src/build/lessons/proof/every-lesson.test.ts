import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { openLab } from '../../../lab/open.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import type { Zone } from '../../../dns/zone/zone.ts'
import { lintZones } from '../../../lint/lint-zones.ts'
import { zoneProfiles } from '../../../lint/zone-profiles.ts'
import { lessonFolders, loadLessonFolder } from '../load-lessons.ts'
import { proveLesson } from './prove-lesson.ts'

const lint = (zones: readonly Zone[]) => lintZones(zones, zoneProfiles.simulated)

const folders = await lessonFolders(process.cwd())

test('there are lessons', () => expect(folders).not.toEqual([]))

test.each(folders.map((folder) => [basename(folder), folder]))(
  '%s proves itself',
  async (_, folder) => {
    const { failures } = await proveLesson(await loadLessonFolder(folder), (lesson, output) =>
      openLab(lesson, { crypto: webCrypto, lint, output }),
    )
    expect(failures).toEqual([])
  },
  30_000,
)
