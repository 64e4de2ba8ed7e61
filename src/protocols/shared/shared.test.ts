import { describe, expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import { clipped } from './clip.ts'
import { commandIndex } from './command-index.ts'
import { feed } from './feed.ts'
import { idleSinceAt, isIdleFor } from './idle.ts'
import { answerChallenge, saslContextOf } from './login.ts'
import { firstRefusal, permissionIn } from './preconditions.ts'
import { countRefusal } from './refusals.ts'
import { handleLine } from './session-line.ts'
import { stateTableOf, verbsAllowed } from './state-table.ts'
import { nearestVerb, suggestionIn } from './suggest.ts'
import { emptyLine } from './wire/lines.ts'

describe('octets are fed to a session', () => {
  const start = { phase: 'open', line: emptyLine } as const
  type Session = typeof start | { readonly phase: 'closed' }

  const receive = (...pieces: string[]): string[] => {
    const received: string[] = []
    let session: Session = start
    for (const piece of pieces)
      session = feed<Session, never>(session, latin1(piece), (open, bytes, from) =>
        handleLine(open, bytes, from, 8, (line) => {
          const text = String.fromCharCode(...line.octets)
          received.push(`${text} (${line.length})`)
          return { session: text === 'QUIT' ? { phase: 'closed' } : line.session, effects: [] }
        }),
      ).session
    return received
  }

  test.each([
    [['NOOP\r\nRSET\r\n'], ['NOOP (6)', 'RSET (6)']],
    [['NO', 'OP\r', '\nRS'], ['NOOP (6)']],
    [['QUIT\r\nNOOP\r\n'], ['QUIT (6)']],
    [['0123456789\r\n'], ['01234567 (12)']],
  ])('%j is %j', (pieces, lines) => expect(receive(...pieces)).toEqual(lines))
})

test.each([
  [undefined, 500, false],
  [0, 299, false],
  [0, 300, true],
])('silent since %s, at %i: %s', (since, now, expected) =>
  expect(isIdleFor(since, now, 300)).toBe(expected),
)

test('the first tick after the last word is kept', () => {
  expect(idleSinceAt(undefined, 7)).toBe(7)
  expect(idleSinceAt(3, 7)).toBe(3)
})

test.each([
  [0, { session: 1, effects: ['no'] }],
  [1, { session: 'closed', effects: ['no', 'bye'] }],
])('after %i refusals, the limit being two', (before, expected) =>
  expect(
    countRefusal<number | string, string>(['no'], {
      before,
      limit: 2,
      withCount: (refusals) => refusals,
      hangUp: () => ({ session: 'closed', effects: ['bye'] }),
    }),
  ).toEqual(expected),
)

const challenge = {
  answer: () => ({ kind: 'failure', reason: 'credentials', explanation: 'No' }) as const,
}

test.each([
  ['*', 3, 'cancelled'],
  ['AGE=', 6, 'step'],
  ['a b', 5, 'not-base64'],
  ['AGE=', 12_289, 'too-long'],
])('a login is answered with %j of %i octets: %s', (line, length, kind) =>
  expect(answerChallenge(challenge, line, length).kind).toBe(kind),
)

test('what a mechanism gets to know', () => {
  const scene = { host: 'mx', accounts: [], nonce: undefined, plainText: 'refused' } as const
  expect(saslContextOf({ ...scene, tls: undefined })).toEqual({ ...scene, nonce: '' })
  expect(saslContextOf({ ...scene, tls: 1 })).toMatchObject({ tls: 1 })
})

const commands = [
  { verb: 'USER', allowedIn: ['before'], outOfOrder: { after: 'already' } },
  { verb: 'QUIT', allowedIn: ['before', 'after'], outOfOrder: {} },
] as const

test('a table of states is drawn from the commands', () => {
  const table = stateTableOf(commands, ['before', 'after'], (command, phase) =>
    permissionIn<'before' | 'after', 'already'>(command, phase),
  )
  expect(table).toEqual({
    USER: { before: 'allowed', after: 'already' },
    QUIT: { before: 'allowed', after: 'allowed' },
  })
  expect(verbsAllowed(table, 'after')).toEqual(['QUIT'])
})

test('the first precondition that is not met decides', () => {
  const atLeast = (least: number) => (_: string, asked: number) =>
    asked < least ? `under ${least}` : undefined
  expect(firstRefusal([atLeast(1), atLeast(5), atLeast(9)], '', 4)).toBe('under 5')
  expect(firstRefusal([atLeast(1)], '', 4)).toBeUndefined()
})

test.each(['USER', 'user', 'uSeR'])('%s is found', (verb) =>
  expect(commandIndex(commands)(verb)?.verb).toBe('USER'),
)

test.each([
  ['quti', 'QUIT'],
  ['usr', 'USER'],
  ['frobnicate', undefined],
])('%s comes near to %s', (word, verb) =>
  expect(
    nearestVerb(
      word,
      commands.map((command) => command.verb),
    ),
  ).toBe(verb),
)

test('a table of suggestions has its own words alone', () => {
  expect(suggestionIn({ BYE: 'Did you mean QUIT?' }, 'bye')).toBe('Did you mean QUIT?')
  expect(suggestionIn({}, 'toString')).toBeUndefined()
})

test('what a reply repeats is short', () => {
  expect(clipped('x'.repeat(43))).toBe('x'.repeat(43))
  expect(clipped('x'.repeat(44))).toBe(`${'x'.repeat(40)}...`)
})
