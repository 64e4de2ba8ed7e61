import { describe, expect, test } from 'vitest'
import { withoutColours } from '../../core/text/ansi.ts'
import { SpokenLines } from './spoken-lines.ts'

/** A session, `C: ` and `S: ` before its lines ▶ the mark of each. */
function marksOf(...session: readonly string[]): string[] {
  const spoken = new SpokenLines()
  return session.map((said) => {
    const line = said.slice(3)
    if (said.startsWith('C')) {
      const { typing } = spoken
      spoken.sent(line)
      return typing
    }
    const painted = spoken.paint(`${line}\n`)
    expect(withoutColours(painted)).toBe(`${line}\n`)
    // eslint-disable-next-line no-control-regex -- the beginning of a mark
    return /^\x1b\]5321;(\w+)/.exec(painted)![1]!
  })
}

describe('each line has the mark of what it says', () => {
  test('SMTP, with a message and a chunk', () =>
    expect(
      marksOf(
        ...['S: 220 mx', 'C: EHLO a', 'S: 250-mx', 'S: 250 HELP', 'C: RCPT', 'S: 503 no'],
        ...['C: MAIL', 'S: 451 later', 'C: DATA', 'S: 354 go', 'C: Subject: x', 'C: 250 no reply'],
        ...['C: .', 'S: 250 ok', 'C: BDAT 6 LAST', 'C: four', 'C: QUIT', 'S: 221 bye'],
      ),
    ).toEqual([
      ...['ok', 'command', 'ok', 'ok', 'command', 'refused'],
      ...['command', 'later', 'command', 'go', 'message', 'message'],
      ...['message', 'ok', 'command', 'message', 'command', 'ok'],
    ]))

  test('IMAP, with literals of both sides', () =>
    expect(
      marksOf(
        ...['S: * OK ready', 'C: a LOGIN b c', 'S: a NO [UNAVAILABLE] later', 'C: a SELECT x'],
        ...['S: * 3 EXISTS', 'S: a NO no', 'C: b FETCH 1 BODY[]', 'S: * 1 FETCH (BODY[] {6}'],
        ...['S: a OK', 'S: )', 'S: b OK done', 'C: c APPEND INBOX {7}', 'S: + go on', 'C: x: yz'],
        ...['C: d NOOP', 'S: d BAD what', 'C: e IDLE', 'S: + idling', 'C: DONE'],
      ),
    ).toEqual([
      ...['ok', 'command', 'later', 'command'],
      ...['data', 'refused', 'command', 'data'],
      ...['data', 'data', 'ok', 'command', 'go', 'message'],
      ...['command', 'refused', 'command', 'go', 'command'],
    ]))

  test('POP3, where a reply is the first line behind a command', () =>
    expect(
      marksOf(
        ...['S: +OK ready', 'C: RETR 1', 'S: +OK here', 'S: +OK is text', 'S: .'],
        ...['C: DELE 9', 'S: -ERR none', 'C: PASS x', 'S: -ERR [IN-USE] busy'],
      ),
    ).toEqual([
      ...['ok', 'command', 'ok', 'data', 'data'],
      ...['command', 'refused', 'command', 'later'],
    ]))
})

test('a line that comes in pieces is marked at its beginning, once', () => {
  const spoken = new SpokenLines()
  expect(spoken.paint('220 he')).toContain('5321;ok;smtp')
  expect(spoken.paint('llo')).toBe('llo')
  expect(spoken.paint('\n')).toBe('\n')
})
