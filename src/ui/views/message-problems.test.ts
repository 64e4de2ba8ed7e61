import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { locatedProblems } from './message-problems.ts'

const problems = (text: string) =>
  locatedProblems(utf8(text)).map(({ found, line }) => [found.code, line.number, line.marked])

test('a message typed in a hurry lacks what every message has', () =>
  expect(problems('From: ann@example.org\r\nTo:\r\n\r\nHi\r\n')).toEqual([
    ['message/date-missing', 1, 'From'],
    ['message/message-id-missing', 1, 'From'],
    ['message/empty-field', 2, 'To'],
  ]))

test('a well-formed message has no problem', () =>
  expect(
    problems(
      'From: ann@example.org\r\nDate: Mon, 01 Jun 2026 12:00:00 +0000\r\nMessage-ID: <a1@example.org>\r\n\r\nHi\r\n',
    ),
  ).toEqual([]))
