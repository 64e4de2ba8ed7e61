import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes, fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { fetchBodyStructure } from './body-structure.ts'
import { binaryOctets } from './binary.ts'
import type { Entity } from './entity.ts'
import { fetchEnvelope } from './envelope.ts'
import { parsedOf } from './parsed.ts'
import { printSection, type Section, type SectionText } from './section.ts'
import { partialOctets, sectionOctets } from './sections.ts'

const crlf = (...lines: readonly string[]): string => lines.join('\r\n')

const inner = (subject: string, ...body: readonly string[]): string =>
  crlf(`Subject: ${subject}`, ...body)

const multipart = (kind: string, boundary: string, ...parts: readonly string[]): string =>
  crlf(
    `Content-Type: multipart/${kind}; boundary=${boundary}`,
    '',
    'preamble',
    ...parts.map((part) => `--${boundary}\r\n${part}`),
    `--${boundary}--`,
    'epilogue',
  )

const leaf = (type: string, text: string): string => crlf(`Content-Type: ${type}`, '', text)

/** The message of RFC 9051 §6.4.5, whose parts it numbers. */
const complex = utf8(
  inner(
    'outermost',
    multipart(
      'mixed',
      'a',
      leaf('text/plain', 'text 1'),
      leaf('application/octet-stream', 'data 2'),
      leaf(
        'message/rfc822',
        inner(
          'three',
          multipart(
            'mixed',
            'b',
            leaf('text/plain', 'text 3.1'),
            leaf('application/octet-stream', 'data 3.2'),
          ),
        ),
      ),
      multipart(
        'mixed',
        'c',
        leaf('image/gif', 'image 4.1'),
        leaf(
          'message/rfc822',
          inner(
            'four two',
            multipart(
              'mixed',
              'd',
              leaf('text/plain', 'text 4.2.1'),
              multipart(
                'alternative',
                'e',
                leaf('text/plain', 'text 4.2.2.1'),
                leaf('text/richtext', 'text 4.2.2.2'),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
)

const section = (part: string, kind: 'all' | 'header' | 'text' | 'mime' = 'all'): Section => ({
  part: part === '' ? [] : part.split('.').map(Number),
  text: { kind },
})

const read = (message: Uint8Array, asked: Section): string | undefined => {
  const octets = sectionOctets(message, asked)
  return octets && fromLatin1(octets)
}

describe('the message of RFC 9051 §6.4.5', () => {
  test.each([
    ['1', 'text 1'],
    ['2', 'data 2'],
    ['3.1', 'text 3.1'],
    ['3.2', 'data 3.2'],
    ['4.1', 'image 4.1'],
    ['4.2.1', 'text 4.2.1'],
    ['4.2.2.1', 'text 4.2.2.1'],
    ['4.2.2.2', 'text 4.2.2.2'],
  ])('BODY[%s] is %s', (part, text) => expect(read(complex, section(part))).toBe(text))

  test.each(['5', '1.1', '3.3', '4.3', '4.2.3', '4.2.2.3', '4.2.2.1.1', '2.1', '0'])(
    'there is no part %s',
    (part) => expect(read(complex, section(part))).toBeUndefined(),
  )

  test('HEADER and TEXT are those of the message, or of the message in a part', () => {
    expect(read(complex, section('', 'header'))).toBe(
      'Subject: outermost\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n',
    )
    expect(read(complex, section('3', 'header'))).toBe(
      'Subject: three\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n',
    )
    expect(read(complex, section('4.2', 'text'))).toMatch(
      /^preamble\r\n--d\r\n[^]*--d--\r\nepilogue$/,
    )
    expect(read(complex, section('4.2', 'header'))).toMatch(/^Subject: four two\r\n/)
  })

  test.each(['1', '2', '4', '4.1', '4.2.2'])(
    'part %s is no message: no HEADER, no TEXT',
    (part) => {
      expect(read(complex, section(part, 'header'))).toBeUndefined()
      expect(read(complex, section(part, 'text'))).toBeUndefined()
    },
  )

  test.each([
    ['1', 'Content-Type: text/plain\r\n\r\n'],
    ['3', 'Content-Type: message/rfc822\r\n\r\n'],
    ['4', 'Content-Type: multipart/mixed; boundary=c\r\n\r\n'],
    ['4.2.2', 'Content-Type: multipart/alternative; boundary=e\r\n\r\n'],
  ])('%s.MIME is the header of the part itself', (part, header) =>
    expect(read(complex, section(part, 'mime'))).toBe(header),
  )

  test('the body of a multipart part has its boundaries, preamble and epilogue', () =>
    expect(read(complex, section('4.2.2'))).toBe(
      crlf(
        'preamble',
        '--e',
        leaf('text/plain', 'text 4.2.2.1'),
        '--e',
        leaf('text/richtext', 'text 4.2.2.2'),
        '--e--',
        'epilogue',
      ),
    ))
})

const plainMail = utf8(
  'From: a@b.example\r\nTo: c@d.example\r\nX-Two: 1\r\n folded\r\nx-two: 2\r\n\r\nHi\r\n',
)

describe('a message that is no multipart', () => {
  test('has one part, its body', () => {
    expect(read(plainMail, section('1'))).toBe('Hi\r\n')
    expect(read(plainMail, section('', 'text'))).toBe('Hi\r\n')
    expect(read(plainMail, section('1', 'mime'))).toBe(read(plainMail, section('', 'header')))
    expect(read(plainMail, section('2'))).toBeUndefined()
    expect(read(plainMail, section('1.1'))).toBeUndefined()
  })

  test.each([
    ['fields', ['to', 'FROM'], 'From: a@b.example\r\nTo: c@d.example\r\n\r\n'],
    ['fields', ['X-Two'], 'X-Two: 1\r\n folded\r\nx-two: 2\r\n\r\n'],
    ['fields', ['Subject'], '\r\n'],
    ['fields-not', ['From', 'x-TWO'], 'To: c@d.example\r\n\r\n'],
    ['fields-not', ['From', 'To', 'X-Two'], '\r\n'],
  ] as const)('%s %o', (kind, names, found) =>
    expect(read(plainMail, { part: [], text: { kind, names } })).toBe(found),
  )

  test('that is itself a message/rfc822 has that message as its part 1', () => {
    const forward = utf8(`Content-Type: message/rfc822\r\n\r\n${inner('in it', '', 'Deep')}`)
    expect(read(forward, section('1'))).toBe('Subject: in it\r\n\r\nDeep')
    expect(read(forward, section('1', 'header'))).toBe('Subject: in it\r\n\r\n')
    expect(read(forward, section('1', 'text'))).toBe('Deep')
    expect(read(forward, section('1.1'))).toBe('Deep')
    expect(read(forward, section('', 'text'))).toBe('Subject: in it\r\n\r\nDeep')
  })
})

describe('a broken message', () => {
  test.each([
    ['without an empty line', 'Subject: x\r\n', 'Subject: x\r\n', ''],
    ['that is empty', '', '', ''],
    ['without a header', '\r\nHi', '\r\n', 'Hi'],
    ['with bare line feeds', 'Subject: x\n\nHi\n', 'Subject: x\n\n', 'Hi\n'],
  ])('%s', (_, text, header, body) => {
    expect(read(utf8(text), section('', 'header'))).toBe(header)
    expect(read(utf8(text), section('', 'text'))).toBe(body)
  })

  test('without an empty line gives none with HEADER.FIELDS either', () => {
    const asked: Section = { part: [], text: { kind: 'fields', names: ['subject'] } }
    expect(read(utf8('A: b\r\nSubject: x\r\n'), asked)).toBe('Subject: x\r\n')
    expect(read(utf8('A: b\r\nSubject: x'), asked)).toBe('Subject: x')
  })

  test('whose inner multipart is never closed ends it where the outer boundary stands', () => {
    const mail = utf8(
      crlf(
        'Content-Type: multipart/mixed; boundary=out',
        '',
        '--out',
        'Content-Type: multipart/mixed; boundary=in',
        '',
        '--in',
        '',
        'inside',
        '--out',
        '',
        'outside',
        '--out--',
      ),
    )
    expect(read(mail, section('1.1'))).toBe('inside')
    expect(read(mail, section('2'))).toBe('outside')
  })

  test('a boundary is a whole line: one that begins like another is not it', () => {
    const mail = utf8(
      crlf(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        '--bc',
        '--b \t',
        '',
        'x',
        '--b--',
      ),
    )
    expect([read(mail, section('1')), read(mail, section('2'))]).toEqual(['--bc', 'x'])
  })
})

test.each([
  [0, 5, 'From:'],
  [6, 3, 'a@b'],
  [0, 0, ''],
  [10_000, 5, ''],
  [plainMail.length - 2, 4294967295, '\r\n'],
])('<%i.%i> of the message is %j', (start, length, found) =>
  expect(fromLatin1(partialOctets(plainMail, { start, length }))).toBe(found),
)

test.each([
  [{ part: [], text: { kind: 'all' } } as const, ''],
  [section('1.2'), '1.2'],
  [section('', 'header'), 'HEADER'],
  [section('4.2', 'mime'), '4.2.MIME'],
  [
    { part: [3], text: { kind: 'fields', names: ['From', 'odd name', 'a"b'] } } as Section,
    '3.HEADER.FIELDS (From "odd name" "a\\"b")',
  ],
  [{ part: [], text: { kind: 'fields-not', names: ['To'] } } as Section, 'HEADER.FIELDS.NOT (To)'],
])('%o is repeated as %s', (asked, printed) => expect(printSection(asked)).toBe(printed))

/** Octets that often make sense as mail. */
const pieces = fc.constantFrom(
  ...['\r\n', '\n', '\r', '\r\n\r\n', ' ', ':', '--b', '--b--', '--c', 'Subject: x', '\0', '\xff'],
  ...[
    'Content-Type: multipart/mixed; boundary=b\r\n',
    'Content-Type: multipart/digest; boundary="c"\r\n',
  ],
  ...['Content-Type: message/rfc822\r\n', 'From: a <b@c>,', '"', '<', '(', ';', '=?utf-8?q?=41?='],
  ...['Content-Transfer-Encoding: base64\r\n', 'To: g:', 'text', 'Content-Disposition: a; b=c\r\n'],
)
const mails = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => latin1(parts.join(''))),
)

test('whatever the octets, nothing throws, and header and text are the whole', () => {
  fc.assert(
    fc.property(mails, (mail) => {
      const whole = [
        sectionOctets(mail, section('', 'header')),
        sectionOctets(mail, section('', 'text')),
      ]
      expect(concatBytes(whole.map((octets) => octets!))).toEqual(mail.slice())
      for (const { entity, path } of partsOf(parsedOf(mail).root, [])) {
        expect(entity.header.span.to).toBe(entity.body.from)
        for (const { entity: part } of partsOf(entity, path).slice(1)) {
          expect(part.header.span.from).toBeGreaterThanOrEqual(entity.body.from)
          expect(part.body.to).toBeLessThanOrEqual(entity.body.to)
        }
        if (path.length > 0) {
          expect(sectionOctets(mail, { part: path, text: { kind: 'all' } })).toEqual(
            mail.subarray(entity.body.from, entity.body.to),
          )
          binaryOctets(mail, path)
        }
        for (const text of everyText) sectionOctets(mail, { part: path, text })
      }
      for (const wire of ['ascii', 'utf8'] as const) {
        expect(fetchEnvelope(mail, wire)).toMatch(/^\([^]*\)$/)
        expect(fetchBodyStructure(mail, 'BODYSTRUCTURE', wire)).toMatch(/^\([^]*\)$/)
        expect(fetchBodyStructure(mail, 'BODY', wire)).not.toContain('\0')
      }
    }),
    { seed: 9051, numRuns: 600 },
  )
})

const everyText: readonly SectionText[] = [
  { kind: 'header' },
  { kind: 'text' },
  { kind: 'mime' },
  { kind: 'fields', names: ['subject'] },
  { kind: 'fields-not', names: ['subject'] },
]

interface Numbered {
  readonly entity: Entity
  readonly path: readonly number[]
}

/** The entity and all parts that have numbers of their own. */
function partsOf(entity: Entity, path: readonly number[]): Numbered[] {
  const { content } = entity
  const below =
    content.kind === 'multipart'
      ? content.parts
      : content.kind === 'message' && content.message.content.kind === 'multipart'
        ? content.message.content.parts
        : []
  // A message that is no multipart and holds a message has that one as its part 1.
  const prefix = content.kind === 'message' && path.length === 0 ? [1] : path
  return [{ entity, path }, ...below.flatMap((part, at) => partsOf(part, [...prefix, at + 1]))]
}

test('a multipart in a multipart in a …, and ten thousand boundaries, take no time', () => {
  const nested = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(2000)
  const messages = 'Content-Type: message/rfc822\r\n\r\n'.repeat(5000)
  const many = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n'.repeat(30_000)}`
  for (const text of [nested, messages, many])
    expect(fetchBodyStructure(latin1(text), 'BODYSTRUCTURE').length).toBeGreaterThan(100)
})
