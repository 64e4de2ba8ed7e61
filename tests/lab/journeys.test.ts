import { expect, test } from 'vitest'
import { lessonFolders, loadLessonFolder } from '../../src/build/lessons/load-lessons.ts'
import { openLab } from '../../src/lab/open.ts'
import { readsMails, rowsOf } from '../../src/lessons/cards/rows.ts'
import type { Evidence } from '../../src/lessons/evidence.ts'
import { conditionKinds, judge } from '../../src/lessons/goals/index.ts'
import { cardsOf } from '../../src/lessons/lesson.ts'
import { conditionsOf, readsJourneys } from '../../src/lessons/reads-journeys.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'

const folders = await lessonFolders(process.cwd())
const lessons = await Promise.all(
  folders.map(async (path) => (await loadLessonFolder(path)).lesson),
)
const labs = await Promise.all(
  lessons.map((lesson) =>
    openLab(lesson, {
      ...{ crypto: webCrypto, triesMails: false },
      output: { write: () => undefined, addLine: () => undefined },
    }),
  ),
)

/** Whether journeys are looked at. */
function isReading(evidence: Evidence, look: (evidence: Evidence) => unknown): boolean {
  let isRead = false
  const watched = Object.defineProperty({ ...evidence }, 'journeys', {
    get() {
      isRead = true
      return evidence.journeys
    },
  })
  look(watched)
  return isRead
}

test('a condition looks where mails end if its kind says so, and no other does', async () => {
  const kinds = new Map(conditionKinds.map((kind) => [kind.kind, kind]))
  const seen = new Map<string, Set<boolean>>()
  for (const { lesson, gather } of labs) {
    const evidence = await gather()
    for (const condition of conditionsOf(lesson)) {
      // What is made of others looks at what they look at.
      if (['all', 'any', 'not'].includes(condition.kind)) continue
      const found = seen.get(condition.kind) ?? new Set()
      seen.set(condition.kind, found)
      found.add(isReading(evidence, (watched) => judge(condition, watched)))
    }
  }
  expect(seen.size).toBeGreaterThan(30)
  for (const [kind, found] of seen)
    expect([kind, [...found]]).toEqual([kind, [kinds.get(kind)!.reads === 'journeys']])
})

test('a card has rows of mails sent anew where its source says so, and no other has', async () => {
  for (const { lesson, gather } of labs) {
    const evidence = await gather()
    for (const card of cardsOf(lesson))
      if ('from' in card)
        expect([card.id, isReading(evidence, (watched) => rowsOf(card.from, watched))]).toEqual([
          card.id,
          readsMails(card.from),
        ])
  }
})

test('some lessons look where mails end, and others never do', () => {
  const found = new Set(lessons.map(readsJourneys))
  expect(found).toEqual(new Set([true, false]))
})
