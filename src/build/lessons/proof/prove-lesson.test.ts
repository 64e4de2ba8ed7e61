import { describe, expect, test } from 'vitest'
import type { WorldEvent } from '../../../world/events/index.ts'
import type { World } from '../../../world/world.ts'
import { openLab } from '../../../lab/open.ts'
import { sampleLesson } from '../../../lessons/testing/lesson.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { Lab } from '../../../lab/lab.ts'
import type { LessonFolder } from '../files/folder.ts'
import { proveLesson, type OpenLab } from './prove-lesson.ts'
import { readTranscript } from './transcript.ts'

/** A server that takes `call`, `one`, `two` and `bye`, and answers each with `250 <word>`. */
const fakeLab: OpenLab = async (lesson, { addLine }) => {
  const events: WorldEvent[] = []
  let running: string | undefined
  const commandEvent = (verb: string, code: number) => {
    const head = { at: 0, type: 'command', protocol: 'smtp', connection: 1 } as const
    events.push({ ...head, verb, argument: '', code, text: verb })
    addLine({ who: 'server', text: `${code} ${verb}` })
  }
  const lab: Pick<Lab, 'lesson' | 'apply' | 'gather' | 'shell'> = {
    lesson,
    shell: {
      type: () => undefined,
      history: [],
      get running() {
        return running
      },
    },
    async apply(input) {
      const word = input.kind === 'type' ? input.data.trim() : ''
      if (word === 'call') running = 'nc'
      commandEvent(word.toUpperCase(), /^(call|one|two|bye)$/.test(word) ? 250 : 500)
      if (word === 'bye') running = undefined
    },
    gather: async () => ({
      world: { events, mailboxes: [] } as unknown as World,
      diagnostics: [],
      senders: [],
      journeys: [],
    }),
  }
  return lab as Lab
}

const goal = (id: string, verb: string) => ({
  id,
  text: `Say ${id}.`,
  when: { kind: 'command', verb, code: 250 },
})

const lesson: Lesson = {
  ...sampleLesson,
  goals: [goal('one', 'ONE'), goal('two', 'TWO')],
  hints: [
    { id: 'typo', text: 'No.', when: { kind: 'command', at: 'last', code: 500 } },
    { id: 'hung-up', text: 'No.', when: { kind: 'command', at: 'last', verb: 'BYE' } },
  ],
}

function lines(source: string) {
  const reading = readTranscript(source)
  if (!reading.ok) throw new Error(reading.message)
  return reading.lines
}

const play = (source: string) => ({ zones: {}, transcript: lines(source) })

const folder = (changes: Partial<LessonFolder> = {}): LessonFolder => ({
  lesson,
  solution: play('$ call\nS: 250\nC: one\nC: two\nS: 250 TWO'),
  attempts: [
    { hint: 'typo', play: play('$ call\nC: tow') },
    { hint: 'hung-up', play: play('$ call\nC: one\nC: bye') },
  ],
  ...changes,
})

const failures = async (changes: Partial<LessonFolder>) =>
  (await proveLesson(folder(changes), fakeLab)).failures

test('a sound lesson is proved', async () =>
  expect(await proveLesson(folder(), fakeLab)).toEqual({
    lesson,
    prefixes: 2,
    attempts: 2,
    failures: [],
  }))

describe('a lesson is not proved', () => {
  const never = { kind: 'not', of: { kind: 'command', verb: 'NEVER' } }

  test('if its start is solved already', async () =>
    expect(
      await failures({ lesson: { ...lesson, goals: [{ id: 'calm', text: 'x', when: never }] } }),
    ).toContain('The start: every goal is met before anything was done.'))

  test('if a prefix of its solution solves it', async () =>
    expect(await failures({ solution: play('$ call\nC: one\nC: two\nC: bye') })).toEqual([
      'A prefix of the solution meets every goal already: line 3, `two`.',
    ]))

  test('if its solution leaves a goal open', async () =>
    expect(await failures({ solution: play('$ call\nC: one') })).toEqual([
      'The solution leaves the goal `two` open: Last, the answer to `ONE` was `250 ONE`. Still to come: `TWO`.',
    ]))

  test('if its solution does nothing', async () =>
    expect(await failures({ solution: play('') })).toEqual(['The solution: it does nothing.']))

  test('if its solution receives something else', async () =>
    expect(await failures({ solution: play('$ call\nC: one\nS: 251\nC: two') })).toEqual([
      'The solution: line 3: `251` was not received, but `250 ONE`.',
    ]))

  test('if what it receives comes in another order', async () =>
    expect(
      await failures({ solution: play('$ call\nS: 250 CALL\nS: 250\nC: one\nC: two') }),
    ).toEqual(['The solution: line 3: `250` was not received, but `250 CALL`.']))

  test('if it types at the wrong prompt', async () =>
    expect(await failures({ solution: play('C: call\n$ one\nC: two') })).toEqual([
      'The solution: line 1: no program runs, so this line goes to the shell.',
      'The solution: line 2: `nc` still runs, so this line is not for the shell.',
    ]))

  test('if an attempt earns the hint of another', async () =>
    expect(
      await failures({ attempts: [{ hint: 'typo', play: play('$ call\nC: one\nC: bye') }] }),
    ).toEqual(['The attempt `typo`: it earns the hint `hung-up`.']))

  test('if an attempt earns no hint', async () =>
    expect(await failures({ attempts: [{ hint: 'typo', play: play('$ call\nC: one') }] })).toEqual([
      'The attempt `typo`: it earns no hint at all.',
    ]))

  test('if an attempt is a solution', async () =>
    expect(
      await failures({ attempts: [{ hint: 'typo', play: play('$ call\nC: two\nC: one') }] }),
    ).toEqual(['The attempt `typo`: it meets every goal, so it is a solution.']))
})

describe('a zone lesson in its real world', () => {
  const start = sampleLesson.world.zones[0]!.text
  const zone = (...lines: readonly string[]) => ({
    zones: { 'example.org': `${start}${lines.join('\n')}\n` },
    transcript: [],
  })
  const good = '@ IN TXT "v=spf1 ip4:192.0.2.25 -all"'
  const zoneFolder: LessonFolder = {
    lesson: sampleLesson,
    solution: zone(good),
    attempts: [
      { hint: 'everybody', play: zone('@ IN TXT "v=spf1 +all"') },
      { hint: 'no-end', play: zone('@ IN TXT "v=spf1 ip4:192.0.2.25"') },
    ],
  }
  const prove = (changes: Partial<LessonFolder> = {}) =>
    proveLesson({ ...zoneFolder, ...changes }, (opened, output) =>
      openLab(opened, { crypto: webCrypto, output }),
    )

  test('is proved, word by word', async () =>
    expect(await prove()).toMatchObject({ prefixes: 5, attempts: 2, failures: [] }))

  test('is not proved if its solution goes on behind the solution', async () =>
    expect((await prove({ solution: zone(good, '; done') })).failures).toEqual([
      `A prefix of the solution meets every goal already: example.org with the line \`${good}\`.`,
      'A prefix of the solution meets every goal already: example.org with the line `;`.',
    ]))

  test('is not proved if its solution forgets the end', async () =>
    expect((await prove({ solution: zone('@ IN TXT "v=spf1 ip4:192.0.2.25"') })).failures).toEqual([
      expect.stringMatching(
        /^The solution leaves the goal `spoofer` open: Spoofer \(203\.0\.113\.66\) gets `neutral` and should fail\. /,
      ),
    ]))

  test('is not proved if an attempt earns another hint', async () =>
    expect(
      (await prove({ attempts: [{ hint: 'no-end', play: zone('@ IN TXT "v=spf1 +all"') }] }))
        .failures,
    ).toEqual(['The attempt `no-end`: it earns the hint `everybody`.']))
})
