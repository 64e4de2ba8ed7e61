import { expect, test } from 'vitest'
import { sampleLesson } from '../../../../lessons/testing/lesson.ts'
import type { Play } from '../../files/play.ts'
import { Dice } from '../dice.ts'
import { messageMutants } from './mutants.ts'

const before = 'Subject: a\n\nHi\n'
const text = [
  ...['From: a@example.org', 'Subject: a', ' b', 'Content-Type: multipart/mixed; boundary=q7', ''],
  ...['--q7', 'Content-Type: text/plain', '', 'Hi', '--q7--', ''],
].join('\n')
const world = {
  ...sampleLesson.world,
  documents: [{ kind: 'message' as const, name: 'm', file: 'm.eml', text: before, editable: true }],
}
const play: Play = [{ kind: 'edit-document', document: 'm.eml', text }]
const made = [...messageMutants(play, world, new Dice(1))]

test('what is new is mistyped, left out or put otherwise; what was there is not', () => {
  expect(new Set(made.map(({ cause }) => cause))).toEqual(
    new Set([
      ...(['no-from', 'from-no-colon', 'field-twice', 'from-typo', 'field-address-typo'] as const),
      ...(['fold-lost', 'no-field', 'field-no-colon', 'field-typo', 'boundary-typo'] as const),
      ...(['no-blank-line', 'delimiter-missing', 'delimiter-hyphen', 'part-no-blank'] as const),
      ...(['field-value-typo', 'not-closed'] as const),
    ]),
  )
  expect(made.some(({ what }) => what.includes('`Subject: a`'))).toBe(false)
})

test('each is another text than the right one and the one before', () => {
  for (const { moves } of made) {
    const [{ deed } = play[0] as never] = moves
    expect(deed).toMatchObject({ kind: 'edit-document', document: 'm.eml' })
    expect([before, text]).not.toContain((deed as { text: string }).text)
  }
})
