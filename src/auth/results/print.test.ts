import { expect, test } from 'vitest'
import { parseResults } from './parse.ts'
import { plainResults, printResults, type PlainResults } from './print.ts'

test.each<[string, PlainResults, string]>([
  ['nothing was checked', { authservId: 'mx.example.org', results: [] }, 'mx.example.org; none'],
  [
    'a result with its properties',
    {
      authservId: 'mx.example.org',
      version: '1',
      results: [
        {
          ...{ method: 'spf', result: 'fail', reason: 'not listed' },
          properties: [['smtp.mailfrom', 'ann@example.net']],
        },
        { method: 'dkim', methodVersion: '1', result: 'none' },
      ],
    },
    'mx.example.org 1; spf=fail reason="not listed" smtp.mailfrom="ann@example.net"; dkim/1=none',
  ],
  [
    'what a stranger wrote ends nothing',
    {
      authservId: 'mx; dmarc=pass',
      results: [
        {
          ...{ method: 'sp=f; dmarc', result: 'none; dmarc=pass', reason: '"; dmarc=pass' },
          properties: [['smtp.helo', 'x"; dmarc=pass (']],
        },
      ],
    },
    '"mx; dmarc=pass"; spfdmarc=nonedmarcpass reason="\\"; dmarc=pass" smtp.helo="x\\"; dmarc=pass ("',
  ],
])('%s', (_, given, value) => {
  expect(printResults(given)).toBe(value)
  expect(parseResults(value).problems).toEqual([])
})

test.each([
  'mx.example.org; none',
  'mx.example.org 1; spf=pass (all is well) smtp.mailfrom=ann@example.org',
  'mx.example.org; dkim=pass header.d=example.org header.b="abc/+="; dmarc=pass header.from=example.org',
  '"strange name"; auth=pass reason="said \\"hello\\"" smtp.auth=ann',
])('what was read is written so that it reads alike: %s', (value) => {
  const read = plainResults(parseResults(value))
  expect(plainResults(parseResults(printResults(read)))).toEqual(read)
})
