import { expect, test } from 'vitest'
import { sampleLesson } from '../../../../lessons/testing/lesson.ts'
import { playOf } from '../../testing/fake-lab.ts'
import { Dice } from '../dice.ts'
import { codeOf, isRefusalCode } from '../refusal.ts'
import { typedMutants } from './mutants.ts'
import { readScript } from './script.ts'

/** What is typed in place of the last line, by cause. */
function changes(...lines: readonly string[]): string[] {
  const play = playOf(lines.join('\n'))
  const script = readScript(play, () => [])
  return [...typedMutants(play, script, sampleLesson.world, new Dice(1))].flatMap(
    ({ cause, moves, at }) => {
      const deed = moves[at]?.deed
      return at === lines.length - 1 && deed?.kind === 'type'
        ? `${cause} | ${deed.turn.typed.text}`
        : []
    },
  )
}

test.each([
  ['type-missing | dig example.net', ['$ dig example.net MX']],
  ['imap-no-tag | SELECT INBOX', ['$ nc mx.example.net 143', 'C: a SELECT INBOX']],
  ['imap-no-uid | a FETCH 7 FLAGS', ['$ nc mx.example.net 143', 'C: a UID FETCH 7 FLAGS']],
  ['other-message | a FETCH 2 BODY[]', ['$ nc mx.example.net 143', 'C: a FETCH 1 BODY[]']],
  [
    String.raw`imap-flags-replaced | a STORE 1 FLAGS (\Seen)`,
    ['$ nc mx.example.net 143', String.raw`C: a STORE 1 +FLAGS (\Seen)`],
  ],
  ['other-message | DELE 2', ['$ nc mx.example.net 110', 'C: DELE 1']],
  ['pop-no-quit | \x03', ['$ nc mx.example.net 110', 'C: QUIT']],
])('%s', (change, lines) => expect(changes(...lines)).toContain(change))

test('the port of the program that a lesson begins with names the protocol', () => {
  const play = playOf('C: a SELECT INBOX')
  expect(readScript(play, () => [], 'nc mx.example.net 143')[0]!.part).toBe('imap')
  expect(readScript(play, () => [])[0]!.part).toBe('command')
})

test.each([
  ['550 no', '550', true],
  ['250-mx', undefined, false],
  ['+OK hi', '+OK', false],
  ['-ERR no', '-ERR', true],
  ['a1 NO [TRYCREATE] no', 'NO', true],
  ['a1 OK done', 'OK', false],
  ['* 3 EXISTS', undefined, false],
])('%s', (line, code, isRefused) => {
  expect(codeOf(line)).toBe(code)
  expect(code !== undefined && isRefusalCode(code)).toBe(isRefused)
})
