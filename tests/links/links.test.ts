import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lessonFolders, loadLessonFolder } from '../../src/build/lessons/load-lessons.ts'
import type { Linked, LinkedWork } from '../../src/lab/link/link.ts'
import { readLink } from '../../src/lab/link/read-link.ts'
import { inOwnWorld } from '../../src/lab/own-world/in-own-world.ts'
import { openLab } from '../../src/lab/open.ts'
import type { Lesson } from '../../src/lab/types.ts'
import { sandbox } from '../../src/lessons/sandbox.ts'
import { lintZones } from '../../src/lint/lint-zones.ts'
import { zoneProfiles } from '../../src/lint/zone-profiles.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import { variantOf } from '../../src/ui/state/variants.ts'

/** A link that somebody has, what it holds, and what stood in the terminal when it was made. */
interface KeptLink {
  readonly link: string
  readonly state: Linked
  /** Lines of the terminal; absent where none is shown. */
  readonly screen?: readonly string[]
}

const folder = import.meta.dirname
const links = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptLink] as const)

const lessons = new Map<string, Lesson>(
  (
    await Promise.all(
      (await lessonFolders(process.cwd())).map((folder) => loadLessonFolder(folder)),
    )
  ).map(({ lesson }) => [lesson.slug, lesson]),
)

lessons.set(sandbox.slug, sandbox)

/** What the terminal shows of linked work. */
async function screenOf({ slug, variant, world, journal }: LinkedWork): Promise<readonly string[]> {
  const base = inOwnWorld(lessons.get(slug)!, world)
  const lesson = variant === undefined ? base : variantOf(base, variant)
  const lines: string[] = []
  await openLab(lesson, {
    ...{ crypto: webCrypto, journal },
    output: { write: () => undefined, addLine: ({ text }) => void lines.push(text) },
    lint: (zones) => lintZones(zones, zoneProfiles.simulated),
  })
  return lines
}

test('there are links to keep', () => expect(links.length).toBeGreaterThan(3))

describe.each(links)('%s', (_, { link, state, screen }) => {
  test('holds what it held, octet by octet', () => {
    const read = readLink(link)
    expect(read).toEqual({ ok: true, state })
    expect(read.ok && JSON.stringify(read.state)).toBe(JSON.stringify(state))
  })

  // A lesson that another edition replaced keeps the work, and not the session.
  const isOfToday = 'slug' in state && lessons.get(state.slug)?.edition === state.edition
  test.runIf(screen && isOfToday)('shows the same session', async () =>
    expect(await screenOf(state as LinkedWork)).toEqual(screen),
  )
})
