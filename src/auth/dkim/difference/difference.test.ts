import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { slice } from '../../../core/span.ts'
import { parseMessage } from '../../../message/parse.ts'
import { canonicalizeBody, canonicalizeField, type Canonicalization } from '../canonicalize.ts'
import { compareBodies } from './body.ts'
import { compareSigned } from './compare.ts'
import { compareHeaders } from './header.ts'
import { mapBody, mapField } from './mapped.ts'

const HEAD = 'From: Ann <ann@example.org>\r\nSubject: Lunch\r\n'
const mail = (body: string, head = HEAD) => parseMessage(latin1(`${head}\r\n${body}`))
const canonical = (body: string, how: Canonicalization) =>
  fromLatin1(canonicalizeBody(latin1(body), how))
const inUtf8 = (body: string) => parseMessage(utf8(`${HEAD}\r\n${body}`))
const TEXT = 'Dear Bob,\r\n\r\nlunch is at one.\r\nSee you there, at the usual place.\r\n'

test.each([
  [
    'a list’s footer',
    TEXT,
    `${TEXT}--\r\nlist@lists.example\r\n`,
    'relaxed',
    'footer-added',
    '',
    '--',
  ],
  ['a line cut off', TEXT, TEXT.replace(/See.*\r\n/, ''), 'relaxed', 'cut-off', 'See you', ''],
  ['a warning on top', TEXT, `[EXTERNAL]\r\n${TEXT}`, 'relaxed', 'text-before', '', '[EXTERNAL]'],
  ['spaces at an end', TEXT, TEXT.replace('one.', 'one.  '), 'simple', 'trailing-space', '', '  '],
  ['a tab for a space', TEXT, TEXT.replace(' is', '\tis'), 'simple', 'white-space', ' ', '\t'],
  [
    'wrapped anew',
    TEXT,
    TEXT.replace('one.\r\nSee', 'one. See'),
    'relaxed',
    're-wrapped',
    '\r\n',
    ' ',
  ],
  ['bare line feeds', TEXT.replaceAll('\r\n', '\n'), TEXT, 'relaxed', 'line-ends', '\n', '\r\n'],
  ['a dot too many', '.hidden\r\n', '..hidden\r\n', 'relaxed', 'dot-stuffing', '', '.'],
  ['a dot too few', '..hidden\r\n', '.hidden\r\n', 'relaxed', 'dot-stuffing', '.', ''],
  ['From at a line’s start', 'From me\r\n', '>From me\r\n', 'relaxed', 'from-escaped', '', '>'],
  [
    'a link rewritten',
    'See https://a.example/x now\r\n',
    'See https://safe.example/?u=a.example/x now\r\n',
    'relaxed',
    'link-rewritten',
    '',
    'safe',
  ],
  ['another word', TEXT, TEXT.replace('one', 'two'), 'relaxed', 'changed', 'one', 'two'],
] as const)('%s', (_, before, after, how, kind, at, became) => {
  const [original, received] = [mail(before), mail(after)]
  const found = compareBodies(original, received, how)
  expect(found?.kind).toBe(kind)
  expect(slice(original.text, found!.original).startsWith(at)).toBe(true)
  expect(slice(received.text, found!.received).startsWith(became)).toBe(true)
  expect(found?.text).toMatch(/\.$/)
})

test('another charset is recognized by its characters', () => {
  const found = compareBodies(mail('caf\xe9\r\n'), inUtf8('café\r\n'), 'relaxed')
  expect(found).toMatchObject({ kind: 'charset', canonical: 3 })
})

test('another transfer encoding is known by the octets', () => {
  const encoded = (encoding: string, body: string) =>
    mail(
      body,
      `${HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n`,
    )
  const found = compareBodies(
    encoded('8bit', 'caf\xc3\xa9\r\n'),
    encoded('quoted-printable', 'caf=C3=A9\r\n'),
    'relaxed',
  )
  expect(found?.kind).toBe('re-encoded')
  expect(found?.text).toContain('from `8bit` to `quoted-printable`')
})

test('a part that was taken out is missed', () => {
  const head = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n`
  const parts = (...texts: string[]) =>
    mail(`${texts.map((text) => `--b\r\n\r\n${text}\r\n`).join('')}--b--\r\n`, head)
  expect(compareBodies(parts('one', 'two', 'three'), parts('one', 'three'), 'relaxed')?.kind).toBe(
    'part-removed',
  )
  expect(compareBodies(parts('one'), parts('one', 'unsubscribe'), 'relaxed')?.kind).toBe(
    'part-added',
  )
})

test.each([
  ['trailing space', TEXT, TEXT.replace('one.', 'one. ')],
  ['reduced space', TEXT, TEXT.replace(' is', '  is')],
  ['empty lines at the end', TEXT, `${TEXT}\r\n\r\n`],
])('relaxed bears %s', (_, before, after) =>
  expect(compareBodies(mail(before), mail(after), 'relaxed')).toBeUndefined(),
)

test('what stands behind `l=` is not looked at', () =>
  expect(compareBodies(mail(TEXT), mail(`${TEXT}more\r\n`), 'simple', TEXT.length)).toBeUndefined())

const heads = (
  before: string,
  after: string,
  names: string[],
  how: 'simple' | 'relaxed' = 'relaxed',
) => compareHeaders(mail('', before), mail('', after), names, how)

test.each([
  ['Subject: Lunch\r\n', 'Subject: [list] Lunch\r\n', 'subject-prefix', '[list] '],
  ['Subject: Lunch\r\n', 'Subject: Lunch (fwd)\r\n', 'subject-suffix', ' (fwd)'],
  ['Subject: Lunch\r\n', 'Subject: Dinner\r\n', 'field-changed', 'Dinner'],
  ['Subject: Lunch\r\n', 'To: b@b.example\r\n', 'field-removed', ''],
  ['To: b@b.example\r\n', 'Subject: Lunch\r\n', 'field-added', 'Subject: Lunch'],
  ['Subject: Caf=?utf-8?Q?=C3=A9?=\r\n', 'Subject: =?utf-8?Q?Caf=C3=A9?=\r\n', 're-encoded', '=?'],
])('%j became %j: %s', (before, after, kind, became) => {
  const [found] = heads(before, after, ['Subject'])
  expect(found?.kind).toBe(kind)
  expect(slice(`${after}\r\n`, found!.received).trim()).toBe(
    kind === 're-encoded' ? '=?utf-8?Q?Caf' : became.trim(),
  )
})

test('`simple` sees how a field is written, `relaxed` does not', () => {
  const folded = ['Subject: a b\r\n', 'Subject: a\r\n b\r\n'] as const
  expect(heads(...folded, ['Subject'], 'simple')[0]?.kind).toBe('re-folded')
  expect(heads(...folded, ['Subject'])).toEqual([])
  expect(heads('Subject: a\r\n', 'SUBJECT: a\r\n', ['Subject'], 'simple')[0]?.kind).toBe(
    'name-case',
  )
})

test('a signature shows what was done to what it signs', () => {
  const field =
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=s1; h=From:Subject:Subject; bh=AAAA; b=AAAA\r\n'
  const original = mail(TEXT)
  const received = mail(
    `${TEXT}-- \r\nthe list\r\n`,
    `${field}${HEAD.replace('Lunch', '[list] Lunch')}`,
  )
  const [found] = compareSigned(original, received)
  expect(found).toMatchObject({
    domain: 'example.org',
    selector: 's1',
    body: { kind: 'footer-added', canonical: TEXT.length },
  })
  expect(found?.header.map(({ kind }) => kind)).toEqual(['subject-prefix'])
  expect(compareSigned(original, mail(TEXT, `${field}${HEAD}`))).toEqual([
    { domain: 'example.org', selector: 's1', header: [] },
  ])
})

const bodies = fc
  .array(fc.constantFrom('a', ' ', '\t', '\r\n', '\r', '\n', '.', '\xe9'), { maxLength: 40 })
  .map((parts) => parts.join(''))

test.each(['simple', 'relaxed'] as const)(
  '%s: what knows where it stood is what is hashed',
  (how) =>
    fc.assert(
      fc.property(bodies, (body) => {
        const mapped = mapBody(`X${body}`, 1, how)
        expect(mapped.text).toBe(canonical(body, how))
        for (let at = 0; at < mapped.text.length; at++)
          if (/[^\r\n \t]/.test(mapped.text[at]!))
            expect(`X${body}`[mapped.at(at)]).toBe(mapped.text[at])
        const raw = `Na: ${body.replace(/\r?\n/g, '\r\n ')}\r\n`
        expect(mapField(raw, 0, raw.length, how).text).toBe(canonicalizeField(raw, how))
      }),
      { seed: 6376, numRuns: 500 },
    ),
)

test('any two messages are compared, and alike ones do not differ', () =>
  fc.assert(
    fc.property(
      bodies,
      bodies,
      fc.constantFrom('simple' as const, 'relaxed' as const),
      (a, b, how) => {
        const [one, other] = [mail(a), mail(b)]
        const found = compareBodies(one, other, how)
        expect(found === undefined).toBe(canonical(a, how) === canonical(b, how))
        for (const [message, span] of found
          ? ([
              [one, found.original],
              [other, found.received],
            ] as const)
          : []) {
          expect(span.from).toBeGreaterThanOrEqual(message.bodyStart)
          expect(span.to).toBeGreaterThanOrEqual(span.from)
          expect(span.to).toBeLessThanOrEqual(fromLatin1(message.bytes).length)
        }
      },
    ),
    { seed: 6376, numRuns: 500 },
  ))
