import { expect, test } from 'vitest'
import { webCrypto } from '../platform/webcrypto.ts'
import type { Lesson } from '../lessons/lesson.ts'
import { isInput } from './is-input.ts'
import { addToJournal } from './journal.ts'
import type { Lab, LabInput } from './lab.ts'
import { openLab } from './open.ts'
import { hostOfTerminal, MOST_TERMINALS, nextTerminal } from './terminal-numbers.ts'
import { labLesson } from './testing/lab-lesson.ts'

const lesson: Lesson = { ...labLesson, terminal: { host: 'desk.example.org', suggestions: [] } }

const typed = (terminal: number | undefined, line: string): LabInput => ({
  ...{ kind: 'type', data: `${line}\r` },
  ...(terminal !== undefined && { terminal }),
})
const opening = (terminal: number, host: string): LabInput => ({ kind: 'open', terminal, host })
const closing = (terminal: number): LabInput => ({ kind: 'close', terminal })

interface Opened {
  readonly lab: Lab
  /** What was printed in each terminal, by its number. */
  readonly printed: Record<number, string[]>
  play(...inputs: readonly LabInput[]): Promise<void>
}

async function open(journal: readonly LabInput[] = []): Promise<Opened> {
  const printed: Record<number, string[]> = {}
  const outputOf = (terminal: number) => ({
    write: () => undefined,
    addLine: ({ text }: { readonly text: string }) =>
      void (printed[terminal] ??= []).push(text.trimEnd()),
  })
  const options = { crypto: webCrypto, output: outputOf(1), outputOf, journal }
  const lab = await openLab(lesson, options)
  const play = async (...inputs: readonly LabInput[]): Promise<void> => {
    for (const input of inputs) await lab.apply(input)
  }
  return { lab, printed, play }
}

test('each terminal has a host, a folder and a history of its own, and one world', async () => {
  const { lab, printed, play } = await open()
  await play(
    typed(undefined, 'mkdir mine; cd mine'),
    opening(2, 'mx.example.org'),
    typed(2, 'pwd; echo $HOST'),
    opening(3, 'desk.example.org'),
    typed(3, 'pwd; ls -d mine'),
    typed(1, 'pwd'),
  )
  expect(printed[2]).toEqual([
    'A terminal on mx.example.org: what you type here runs there. Type `help`.',
    ...['pwd; echo $HOST', '/home/you', 'mx.example.org'],
  ])
  expect(printed[3]!.slice(-2)).toEqual(['/home/you', 'mine'])
  expect(printed[1]!.at(-1)).toBe('/home/you/mine')
  expect(lab.terminals!.get(2)!.history).toEqual(['pwd; echo $HOST'])
  expect(lab.shell!.history).toEqual(['mkdir mine; cd mine', 'pwd'])
})

test('a log that one terminal follows shows what another sets off', async () => {
  const { lab, printed, play } = await open()
  await play(
    opening(2, 'mx.example.org'),
    typed(2, 'tail -f /var/log/mail.log'),
    typed(1, 'swaks -t bob@example.org -f alice@example.net -s mx.example.org > /dev/null'),
  )
  expect(printed[2]!.filter((line) => line.includes('connect from desk.example.org'))).toHaveLength(
    2,
  )
  expect(lab.terminals!.list).toEqual([
    { terminal: 1, host: 'desk.example.org', place: 'desk.example.org' },
    { terminal: 2, host: 'mx.example.org', place: 'mx.example.org', running: 'tail' },
  ])
  const again = await open(lab.journal)
  expect(again.printed).toEqual(printed)
  expect(again.lab.world.events).toEqual(lab.world.events)
})

test('a closed terminal ends what ran in it, and hears nothing more', async () => {
  const { lab, printed, play } = await open()
  await play(
    opening(2, 'desk.example.org'),
    typed(2, 'nc mx.example.org 25'),
    closing(2),
    typed(2, 'whoami'),
  )
  expect(lab.terminals!.list).toEqual([])
  expect(printed[2]!.at(-1)).toMatch(/^220 /)
  expect(lab.world.events.at(-1)).toMatchObject({ type: 'closed' })
})

test.each<[what: string, inputs: readonly LabInput[], open: readonly number[]]>([
  ['a host that is not there', [opening(2, 'nowhere.example')], []],
  ['a number that is taken', [opening(2, 'mx.example.org'), opening(2, 'ns.example.org')], [1, 2]],
  ['the first, closed', [closing(1)], []],
  ['one that is not open, closed', [closing(7)], []],
  [
    'one too many',
    Array.from({ length: 9 }, (_, at) => opening(at + 2, 'mx.example.org')),
    Array.from({ length: MOST_TERMINALS }, (_, at) => at + 1),
  ],
])('of %s nothing comes', async (_, inputs, numbers) => {
  const { lab, play } = await open()
  await play(...inputs)
  expect(lab.terminals!.list.map(({ terminal }) => terminal)).toEqual(numbers)
  await play(typed(undefined, 'echo still'))
  expect(lab.shell!.running).toBeUndefined()
})

test('ssh in a terminal leads on from its host, and back', async () => {
  const { lab, printed, play } = await open()
  await play(opening(2, 'mx.example.org'), typed(2, 'ssh mx.example.net'))
  expect(lab.terminals!.list.at(-1)).toMatchObject({ place: 'mx.example.net' })
  await play(typed(2, 'exit'), typed(2, 'mailq'))
  expect(lab.terminals!.list.at(-1)).toMatchObject({ place: 'mx.example.org' })
  // On a server it prints that server's queue, and not those of all.
  expect(printed[2]!.at(-1)).toBe('Mail queue is empty')
})

test('what a terminal is on and talks over is known of each', async () => {
  const { lab, play } = await open()
  await play(typed(undefined, 'ssh mx.example.net'))
  const first = { terminal: 1, host: 'desk.example.org' }
  expect(lab.terminals!.list).toEqual([{ ...first, place: 'mx.example.net' }])
  await play(
    ...[typed(undefined, 'exit'), typed(undefined, 'nc mx.example.org 25')],
    ...[opening(2, 'desk.example.org'), typed(2, 'nc mx.example.org 25')],
  )
  expect(lab.terminals!.list).toMatchObject([
    { ...first, running: 'nc', connection: 1 },
    { terminal: 2, running: 'nc', connection: 2 },
  ])
  await play(typed(2, 'QUIT'), closing(2), typed(undefined, 'QUIT'))
  expect(lab.terminals!.list).toEqual([])
})

test.each<[input: unknown, isOne: boolean]>([
  [{ kind: 'type', data: 'a' }, true],
  [{ kind: 'type', data: 'a', terminal: 2 }, true],
  [{ kind: 'type', data: 'a', terminal: 0 }, false],
  [{ kind: 'type', data: 'a', terminal: '2' }, false],
  [{ kind: 'open', terminal: 2, host: 'mx.example.org' }, true],
  [{ kind: 'open', host: 'mx.example.org' }, false],
  [{ kind: 'send', mail: 'a', terminal: '2' }, false],
  [{ kind: 'open', terminal: 2 }, false],
  [{ kind: 'close', terminal: 2 }, true],
  [{ kind: 'close', terminal: 1.5 }, false],
])('%j is an input: %s', (input, isOne) => expect(isInput(input)).toBe(isOne))

test('numbers of terminals rise, also where one was closed', () => {
  expect(nextTerminal([])).toBe(2)
  expect(nextTerminal([opening(2, 'a'), opening(3, 'b'), closing(3)])).toBe(4)
})

test('a journal knows the hosts of the terminals that it leaves open', () => {
  const journal = [opening(2, 'a'), opening(3, 'b'), closing(3)]
  expect([1, 2, 3, undefined].map((terminal) => hostOfTerminal(journal, terminal))).toEqual([
    ...[undefined, 'a', undefined, undefined],
  ])
})

test('keys of one terminal are joined, and not with those of another', () => {
  const key = (data: string, terminal?: number): LabInput => ({
    ...{ kind: 'type', data },
    ...(terminal && { terminal }),
  })
  const all = [key('a'), key('b'), key('c', 2), key('d', 2), key('e')]
  expect(all.reduce<readonly LabInput[]>(addToJournal, [])).toEqual([
    ...[key('ab'), key('cd', 2), key('e')],
  ])
})
