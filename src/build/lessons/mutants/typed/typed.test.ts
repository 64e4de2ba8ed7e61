import { describe, expect, test } from 'vitest'
import { sampleLesson } from '../../../../lessons/testing/lesson.ts'
import { playOf } from '../../testing/fake-lab.ts'
import { Dice } from '../dice.ts'
import { typedMutants } from './mutants.ts'
import { readScript } from './script.ts'

const play = playOf(
  [
    '$ nc mx.example.org 25',
    'C: EHLO desk.example.net',
    'C: RCPT TO:<bob@example.org>',
    'C: MAIL FROM:<alice@example.net>',
    'C: RCPT TO:<bob@example.org>',
    'C: DATA',
    'C: From: Alice',
    'C: Subject: Hello',
    'C:',
    'C: Dear Bob',
    'C: .',
    'C: QUIT',
  ].join('\n'),
)
const codes = ['220', '250', '503', '250', '250', '354', '', '', '', '', '250', '221']
const lines = readScript(play, (at) => (codes[at] ? [codes[at]] : []))
const { world } = sampleLesson
const all = [...typedMutants(play, lines, world, new Dice(1))]

test('each line is read as what it is', () =>
  expect(
    lines.map(({ part, verb, isRefused }) => `${part} ${verb}${isRefused ? '!' : ''}`),
  ).toEqual([
    ...['shell ', 'command EHLO', 'command RCPT!', 'command MAIL', 'command RCPT', 'command DATA'],
    ...['field FROM', 'field SUBJECT', 'blank ', 'body ', 'dot ', 'command QUIT'],
  ]))

/** What is typed in a mutant, without what is the same at both ends. */
function change(what: string) {
  const mutant = all.find((one) => one.what === what)!
  const typed = mutant.moves.map(({ deed }) => (deed.kind === 'type' ? deed.turn.typed.text : ''))
  return { cause: mutant.cause, at: mutant.at, typed: typed.slice(mutant.at, mutant.at + 2) }
}

describe('a mistake', () => {
  test.each<[string, string, string[]]>([
    ['line 2: without `EHLO desk.example.net`', 'no-ehlo', ['RCPT TO:<bob@example.org>']],
    [
      'line 3: without `RCPT TO:<bob@example.org>`',
      'experiment-skipped',
      ['MAIL FROM:<alice@example.net>'],
    ],
    ['line 9: without an empty line', 'no-blank-line', ['Dear Bob', '.']],
    ['line 11: without `.`', 'no-dot', ['QUIT']],
    [
      'line 4: `MAIL FROM:<alice@example.net>` behind `RCPT TO:<bob@example.org>`',
      'rcpt-before-mail',
      ['RCPT TO:<bob@example.org>', 'MAIL FROM:<alice@example.net>'],
    ],
    ['line 8: `Subject: Hello` behind an empty line', 'field-below-blank', ['', 'Subject: Hello']],
    [
      'line 4: `MAIL FROM:<alice@example.net>` behind `MAIL FROM:<alice@example.net>`',
      'mail-twice',
      ['MAIL FROM:<alice@example.net>', 'RCPT TO:<bob@example.org>'],
    ],
    [
      'line 2: `EHLO desk.example.net` → `HELLO desk.example.net`',
      'hello-word',
      ['HELLO desk.example.net'],
    ],
    ['line 2: `EHLO desk.example.net` → `EHLO`', 'no-hello-name', ['EHLO']],
    [
      'line 5: `RCPT TO:<bob@example.org>` → `RCPT TO:<bob@example.org`',
      'no-close-bracket',
      ['RCPT TO:<bob@example.org'],
    ],
    [
      'line 5: `RCPT TO:<bob@example.org>` → `RCPT TO:bob@example.org>`',
      'no-open-bracket',
      ['RCPT TO:bob@example.org>'],
    ],
    [
      'line 5: `RCPT TO:<bob@example.org>` → `RCPT TO: <bob@example.org>`',
      'space-after-colon',
      ['RCPT TO: <bob@example.org>'],
    ],
    [
      'line 5: `RCPT TO:<bob@example.org>` → `RCPT TO <bob@example.org>`',
      'no-colon',
      ['RCPT TO <bob@example.org>'],
    ],
    [
      'line 5: `RCPT TO:<bob@example.org>` → `RCPT FROM:<bob@example.org>`',
      'keyword-typo',
      ['RCPT FROM:<bob@example.org>'],
    ],
    ['line 5: `RCPT TO:<bob@example.org>` → `RCPT TO:<bob>`', 'no-domain', ['RCPT TO:<bob>']],
    ['line 7: `From: Alice` → `From Alice`', 'from-no-colon', ['From Alice']],
    [
      'line 7: `From: Alice` → an empty line, `From: Alice`',
      'field-below-blank',
      ['', 'From: Alice'],
    ],
    ['line 11: `.` → `. `', 'dot-with-space', ['. ']],
    ['line 11: `.` → `END`', 'end-for-dot', ['END']],
    ['line 6: `QUIT` before `DATA`', 'quit-early', ['QUIT', 'DATA']],
    ['line 12: `QUIT` → Ctrl-C', 'hung-up-for-quit', ['\x03']],
    ['line 1: `nc mx.example.org 25` → `nc mx.example.org`', 'no-port', ['nc mx.example.org']],
    ['line 1: `nc mx.example.org 25` → `nc example.org 25`', 'host-typo', ['nc example.org 25']],
    [
      'line 1: `nc mx.example.org 25` → `nc mx.example.org 52`',
      'port-typo',
      ['nc mx.example.org 52'],
    ],
  ])('%s', (what, cause, typed) => {
    const made = change(what)
    expect(made.cause).toBe(cause)
    expect(made.typed.slice(0, typed.length)).toEqual(typed)
  })

  test('in a verb says which one was meant', () => {
    const typos = all.filter(({ cause }) => cause === 'verb-typo')
    expect(new Set(typos.map(({ meant }) => meant))).toEqual(
      new Set(['EHLO', 'RCPT', 'MAIL', 'DATA', 'QUIT']),
    )
  })

  test('in a sender is one of its own', () =>
    expect(all.filter(({ cause }) => cause === 'wrong-sender').length).toBeGreaterThan(5))
})

test('the rest of a mutant is the solution, compared line by line', () => {
  const { moves, at } = all.find(({ what }) => what.startsWith('line 9: without'))!
  expect(moves).toHaveLength(play.length - 1)
  expect(moves.slice(0, at).map(({ like, after }) => [like, after])).toEqual(
    play.slice(0, at).map((_, index) => [index, index]),
  )
  expect(moves[at]).toEqual({ deed: play[9], like: 9, after: 9 })
})

test('the last line is not left out: that is no mistake, but not the end', () =>
  expect(all.some(({ what }) => what.startsWith('line 12: without'))).toBe(false))

test('the same seed makes the same mistakes', () =>
  expect([...typedMutants(play, lines, world, new Dice(1))]).toEqual(all))
