import { expect, test } from 'vitest'
import { sampleLesson } from '../../../../lessons/testing/lesson.ts'
import type { WorldSpec } from '../../../../world/spec.ts'
import type { Play } from '../../files/play.ts'
import { Dice } from '../dice.ts'
import { settingMutants } from './mutants.ts'

const file = 'mx.example.org.conf'
const start = 'greeting_delay = 5s\n'
const world: WorldSpec = {
  ...sampleLesson.world,
  documents: [{ kind: 'settings', name: 'mx.example.org', file, text: start, editable: true }],
}
const text = `${start}size_limit = 1000\n`
const play: Play = [{ kind: 'edit-document', document: file, text }]
const made = [...settingMutants(play, world, new Dice(1))]

test('only the line that the play changes is left out or mistyped', () => {
  expect(new Set(made.map(({ cause }) => cause))).toEqual(
    new Set(['setting-form', 'setting-name-typo', 'setting-value-typo']),
  )
  for (const { moves } of made)
    expect(moves[0]!.deed).toMatchObject({ text: expect.stringContaining(start) as string })
})

test('what is written besides stays, and the place is that of the line', () => {
  const { moves, touched } = made.find(({ cause }) => cause === 'setting-form')!
  expect(moves).toEqual([
    { deed: { ...play[0], text: `${start}size_limit 1000\n` }, like: 0, after: 0 },
  ])
  expect(touched).toMatchObject({ file, span: { from: start.length - 1 } })
})
