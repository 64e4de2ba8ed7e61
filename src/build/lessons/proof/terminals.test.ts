import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { labLesson } from '../../../lab/testing/lab-lesson.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { readPlay } from '../files/play.ts'
import { readScript } from '../mutants/typed/script.ts'
import { typedMutants } from '../mutants/typed/mutants.ts'
import { Dice } from '../mutants/dice.ts'
import { failuresOnWay, goAgain, goRightWay, sharedDeeds } from '../mutants/right-way.ts'
import { openProved } from './open-proved.ts'
import { movesOf, type Player } from './player.ts'

const lesson: Lesson = {
  ...labLesson,
  terminal: { host: 'desk.example.net', suggestions: [], several: true },
}

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'play-'))))
afterEach(() => rm(folder, { recursive: true }))

async function read(lines: readonly string[], of = lesson) {
  await writeFile(join(folder, 'solution.txt'), lines.join('\n'))
  return (await readPlay(join(folder, 'solution'), of))!
}

const sendAndWatch = [
  '@ 2 mx.example.org',
  '$ tail -f /var/log/mail.log',
  '@ 1',
  '$ nc mx.example.org 25',
  'S: 220',
  'C: QUIT',
  'S: 221',
  '@ 2',
]

/** Plays lines to their end: what should have happened and did not. */
async function failuresOf(lines: readonly string[]): Promise<readonly string[]> {
  const play = await read(lines)
  const { failures } = await goRightWay(lesson, play, openProved)
  return failures.flat()
}

describe('a play in several terminals', () => {
  test('types in each, and sees what came in one that was left', async () =>
    expect(
      await failuresOf([...sendAndWatch, 'S: Jun', '@ 1', '$ echo $HOST', 'S: desk.example.net']),
    ).toEqual([]))

  test('misses what did not come, and what had come before', async () => {
    const [failure] = await failuresOf([...[...sendAndWatch, '@ 1', '@ 2'], 'S: Jun'])
    expect(failure).toContain('line 11: `Jun` was not received')
  })

  test('knows what runs in each', async () =>
    expect(await failuresOf(['@ 2 mx.example.org', 'C: QUIT', '@ 1', 'C: QUIT'])).toEqual([
      'line 2: no program runs, so this line goes to the shell.',
      'line 4: no program runs, so this line goes to the shell.',
    ]))

  test('that begins as another one goes on from there', async () => {
    const play = await read([...sendAndWatch, 'S: Jun'])
    const way = await goRightWay(lesson, play, openProved)
    const other = await read([...sendAndWatch, 'S: Jun', 'C: \x03', '$ echo $HOST', 'S: mx.'])
    expect(sharedDeeds(other, play)).toBe(play.length)
    expect(failuresOnWay(other, way, play.length)).toEqual([])
    const player: Player = await goAgain(lesson, openProved, way, play.length - 1)
    const found: string[] = []
    for (const deed of other.slice(play.length - 1, play.length))
      for (const move of movesOf(deed, player)) found.push(...(await move.run(player)))
    expect(found).toEqual([])
  })

  test('in another terminal does something else', async () => {
    const one = await read(['$ mailq'])
    const other = await read(['@ 2 mx.example.org', '$ mailq'])
    expect(sharedDeeds(one, other)).toBe(0)
    expect(sharedDeeds(other.slice(1), one)).toBe(0)
  })

  test('has sessions apart, and mistakes that stay where they are made', async () => {
    const play = await read([
      ...['$ nc mx.example.org 25', 'C: DATA', '@ 2 mx.example.org', '$ nc mx.example.org 110'],
      ...['C: USER bob', '@ 1', 'C: Subject: Hi'],
    ])
    const lines = readScript(play, (at) => (at === 1 ? ['354'] : []))
    expect(lines.map(({ terminal, part }) => `${terminal} ${part}`)).toEqual([
      ...['1 shell', '1 command', '2 shell', '2 pop3', '1 field'],
    ])
    const mutants = [...typedMutants(play, lines, lesson.world, new Dice(1))]
    const typo = mutants.find(({ cause }) => cause === 'pop-verb-typo')!
    expect(typo.moves[typo.at]!.deed).toMatchObject({ kind: 'type', terminal: 2 })
  })

  test('swaps no lines of two terminals', async () => {
    const call = '$ nc mx.example.org 25'
    const causesOf = async (between: readonly string[]) => {
      const play = await read([call, 'C: EHLO a.example', ...between, 'C: MAIL FROM:<>'])
      const lines = readScript(play, () => ['250'])
      const mutants = [...typedMutants(play, lines, lesson.world, new Dice(1))]
      return mutants.map(({ cause }) => cause)
    }
    expect(await causesOf([])).toContain('mail-before-ehlo')
    expect(await causesOf(['@ 2 mx.example.org'])).not.toContain('mail-before-ehlo')
  })
})

test.each<[what: string, lines: readonly string[], message: string]>([
  ['without a number', ['@ mx.example.org'], 'Write `@ 2 mx.example.net` to open a terminal'],
  ['without a host', ['@ 2'], 'Write on which host it opens.'],
  ['on no host', ['@ 2 nowhere.example'], 'No host is called `nowhere.example`.'],
  [
    'on another host than before',
    ['@ 2 mx.example.org', '@ 2 ns.example.org'],
    'Terminal 2 is on `mx.example.org` already.',
  ],
  ['one too many', ['@ 7 mx.example.org'], 'No more than 6 terminals are open at once.'],
])('a terminal %s is refused, with its line', async (_, lines, message) =>
  expect(read(lines)).rejects.toThrow(message),
)

test('a lesson with one terminal has no other', async () =>
  expect(read(['@ 2 mx.example.org'], labLesson)).rejects.toThrow('`several: true`'))
