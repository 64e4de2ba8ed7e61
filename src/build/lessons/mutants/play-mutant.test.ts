import { expect, test } from 'vitest'
import type { Goal, Lesson } from '../../../lessons/lesson.ts'
import { sampleLesson } from '../../../lessons/testing/lesson.ts'
import { fakeLab, playOf } from '../testing/fake-lab.ts'
import type { Mutant } from './mutant.ts'
import { playMutant } from './play-mutant.ts'
import { goRightWay } from './right-way.ts'

const goal = (id: string): Goal => ({
  ...{ id, text: 'Say it.', when: { kind: 'command', verb: id.toUpperCase(), code: 250 } },
})

const lesson: Lesson = {
  ...sampleLesson,
  steps: [
    {
      ...{ id: 'talk', title: 'Talk', html: '', after: '', ladder: [] },
      goals: [goal('one'), goal('two')],
    },
  ],
  hints: [
    {
      ...{ id: 'typo', text: 'No.', answers: ['line-twice'] },
      when: { kind: 'command', at: 'last', verb: 'TOW' },
    },
  ],
}

const solution = playOf('$ call\nC: one\nC: two')

/** The solution with its last line typed otherwise, and what is typed behind it. */
async function judged(source: string, cause: Mutant['cause'] = 'line-twice') {
  const play = playOf(source)
  const moves = play.map((deed, at) =>
    at < solution.length ? { deed, like: at, after: at } : { deed },
  )
  const right = await goRightWay(lesson, solution, fakeLab)
  const mutant: Mutant = { cause, what: '', at: 2, moves }
  return playMutant(mutant, lesson, right, fakeLab)
}

test('a refusal is judged where it comes', async () =>
  expect(await judged('$ call\nC: one\nC: tow')).toEqual({
    ...{ result: 'answered', by: 'the hint `typo`' },
  }))

test('so is a hint that shows for something else', async () =>
  expect(await judged('$ call\nC: one\nC: tow', 'no-dot')).toMatchObject({ result: 'wrong' }))

test('what is refused without a reason is a mistake, even if all comes right', async () =>
  expect(await judged('$ call\nC: one\nC: x\nC: two')).toMatchObject({ result: 'unanswered' }))

test('what nothing shows, and what leaves the lesson done, does no harm', async () =>
  expect(await judged('$ call\nC: one\nC: two')).toMatchObject({ result: 'harmless' }))

test('what leaves the lesson open is a mistake', async () =>
  expect(await judged('$ call\nC: one\nC: one')).toMatchObject({ result: 'unanswered' }))
