import { describe, expect, test } from 'vitest'
import { latin1, utf8 } from '../../core/bytes.ts'
import { asCharacters } from '../../core/bytes.ts'
import { slice } from '../../core/span.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import { explainResults } from './explained-results.ts'
import { messageHops } from './message-hops.ts'
import { extentOf, signatureCovers } from './signature-cover.ts'

const read = (...lines: readonly string[]): Message => parseMessage(utf8(lines.join('\r\n')))

const signature = (rest: string): string =>
  `DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=s; bh=AAAA; b=AAAA; ${rest}`

/** What is covered, as it is read. */
function covered(message: Message): { fields: string[]; body: string } {
  const [cover] = signatureCovers(message)
  const text = asCharacters(message.text)
  return {
    fields: cover!.fields.map((field) => slice(text, field).trim()),
    body: slice(text, cover!.body),
  }
}

describe('what a signature covers', () => {
  const header = ['From: Jörg <j@a.example>', 'To: b@b.example', 'Subject: one', 'Subject: two']

  test.each([
    ['h=From', ['From: Jörg <j@a.example>'], 'Grüße  an\r\ndich\r\n'],
    // From the bottom up.
    ['h=From:Subject', ['From: Jörg <j@a.example>', 'Subject: two'], 'Grüße  an\r\ndich\r\n'],
    ['h=From; l=0', ['From: Jörg <j@a.example>'], ''],
    ['h=From; l=7', ['From: Jörg <j@a.example>'], 'Grüße'],
    // 7 octets, a run of white space for one, then two more.
    ['h=From; c=relaxed/relaxed; l=10', ['From: Jörg <j@a.example>'], 'Grüße  an'],
    ['h=From; l=999', ['From: Jörg <j@a.example>'], 'Grüße  an\r\ndich\r\n'],
  ])('%s', (rest, fields, body) =>
    expect(covered(read(signature(rest), ...header, '', 'Grüße  an', 'dich', ''))).toEqual({
      ...{ fields, body },
    }),
  )

  test('names are reserved, and fields are open', () => {
    const message = read(signature('h=From:From:Cc'), ...header, '', 'x')
    expect(signatureCovers(message)).toMatchObject([
      { reserved: ['From', 'Cc'], open: ['To', 'Subject'], canonicalization: 'simple/simple' },
    ])
  })

  test.each([['no signature at all'], ['v=1'], [';;;']])('nothing of %j', (value) =>
    expect(signatureCovers(read(`DKIM-Signature: ${value}`, 'From: a@b', '', ''))).toEqual([]),
  )
})

test.each([
  ['a  b\r\n', 3, 'relaxed', 4],
  ['a  \r\nb', 4, 'relaxed', 6],
  ['a  \r\nb', 2, 'relaxed', 4],
  ['a  b', 3, 'simple', 3],
  ['', 5, 'relaxed', 0],
] as const)('of %j the first %i octets, %s, reach to %i', (body, wanted, how, reach) =>
  expect(extentOf(latin1(body), wanted, how)).toBe(reach),
)

test('hops stand from the first server to the last, with what passed between them', () =>
  expect(
    messageHops(
      read(
        'Received: from b.example ([192.0.2.2]) by c.example with ESMTPS; Mon, 1 Jun 2026 08:00:05 +0000',
        'Received: from a.example by b.example; Mon, 1 Jun 2026 08:00:00 +0000',
        ...['From: a@a.example', '', ''],
      ),
    ),
  ).toEqual([
    { from: 'a.example', by: 'b.example', at: Date.UTC(2026, 5, 1, 8) },
    {
      ...{ from: 'b.example', ip: '192.0.2.2', by: 'c.example', with: 'ESMTPS', delay: 5000 },
      at: Date.UTC(2026, 5, 1, 8, 0, 5),
    },
  ]))

const results = (value: string) =>
  explainResults(
    read(
      `Authentication-Results: ${value}`,
      'Received: from a by mx.example.net; Mon, 1 Jun 2026 08:00:00 +0000',
      ...['From: a@a.example', '', ''],
    ),
  )[0]!

describe('Authentication-Results in plain words', () => {
  test.each([
    ['mx.example.net; spf=pass smtp.mailfrom=a.example', 'spf', /allows the address/, '2.7.2'],
    ['mx.example.net; spf=fail smtp.helo=a.example', 'spf', /may not send/, '2.7.2'],
    ['mx.example.net; dkim=fail header.d=a.example', 'dkim', /does not hold/, '2.7.1'],
    ['mx.example.net; iprev=permerror policy.iprev=192.0.2.1', 'iprev', /no name/, '2.7.3'],
    ['mx.example.net; auth=pass smtp.auth=a@a.example', 'auth', /logged in/, '2.7.4'],
    ['mx.example.net; dmarc=fail header.from=a.example', 'dmarc', /Neither SPF/, '9.2'],
    ['mx.example.net; magic=pass', 'magic', /not one that is explained/, '2.7.6'],
    ['mx.example.net; spf=hooray', 'spf', /not registered/, '2.7.2'],
  ])('%s', (value, method, meaning, section) => {
    const [one] = results(value).results
    expect(one).toMatchObject({ method, source: { section } })
    expect(one!.meaning).toMatch(meaning)
  })

  test('each property is named', () =>
    expect(results('x; dkim=pass header.d=a.example header.s=june').results[0]!.about).toEqual([
      { name: 'header.d', value: 'a.example', is: 'the domain that signed' },
      { name: 'header.s', value: 'june', is: 'the selector of the key' },
    ]))

  test.each([
    ['mx.example.net; none', true, true],
    ['MX.example.net; none', true, true],
    ['evil.example; spf=pass', false, false],
    ['', false, false],
  ])('%j: by the server that took it in: %s, nothing checked: %s', (value, isOwn, isNone) =>
    expect(results(value)).toMatchObject({ isOwn, isNone }),
  )
})
