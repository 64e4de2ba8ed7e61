import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { utf8 } from '../../core/bytes.ts'
import { answerQuestion } from './index.ts'

async function problems(text: string) {
  const lab = { world: undefined, crypto: webCrypto }
  const found = await answerQuestion('messageProblems', { bytes: utf8(text) }, lab)
  return found.problems.map(({ code, span }) => [code, found.text.slice(span.from, span.to)])
}

test('a message typed in a hurry lacks what every message has', async () =>
  expect(await problems('From: ann@example.org\r\nTo:\r\n\r\nHi\r\n')).toEqual([
    ['message/date-missing', 'From'],
    ['message/message-id-missing', 'From'],
    ['message/empty-field', 'To'],
  ]))

test('a well-formed message has no problem', async () =>
  expect(
    await problems(
      'From: ann@example.org\r\nDate: Mon, 01 Jun 2026 12:00:00 +0000\r\nMessage-ID: <a1@example.org>\r\n\r\nHi\r\n',
    ),
  ).toEqual([]))
