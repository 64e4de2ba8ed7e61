import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageOctets } from '../compose.ts'
import { parseMessage } from '../parse.ts'
import { readers, shownBy, type ReaderName } from './readers.ts'
import { parseMime } from './tree.ts'

const shown = (by: ReaderName, text: string) => {
  const message = parseMessage(messageOctets(text))
  return shownBy(readers[by], message, parseMime(message))
}

const part = (type: string, body: string, more = '') => `Content-Type: ${type}\n${more}\n${body}\n`
const multipart = (type: string, boundary: string, parts: readonly string[], end = '--') =>
  `Content-Type: multipart/${type}; boundary=${boundary}\n\n` +
  parts.map((one) => `--${boundary}\n${one}`).join('') +
  (end ? `--${boundary}${end}\n` : '')

const plain = part('text/plain', 'plain')
const html = part('text/html', '<p>html</p>')
const pdf = part('application/pdf', '%PDF', 'Content-Disposition: attachment; filename=a.pdf\n')
const texts = (by: ReaderName, text: string) =>
  shown(by, text).texts.map((one) => `${one.as} ${one.text.trim()}`)

describe('of alternatives', () => {
  const both = multipart('alternative', 'b', [plain, html])

  test('a phone shows the last, a terminal the last that it knows', () => {
    expect(texts('phone', both)).toEqual(['html <p>html</p>'])
    expect(texts('terminal', both)).toEqual(['plain plain'])
    expect(shown('phone', both).left).toEqual([{ type: 'text/plain', why: 'alternative' }])
  })

  test('a file takes the place of a text', () => {
    const wrong = multipart('alternative', 'b', [plain, pdf])
    expect(texts('phone', wrong)).toEqual([])
    expect(shown('phone', wrong).files).toEqual([
      { type: 'application/pdf', filename: 'a.pdf', octets: 4 },
    ])
    expect(texts('terminal', wrong)).toEqual(['plain plain'])
  })

  test('a multipart is one of them, if anything in it is known', () =>
    expect(
      texts('phone', multipart('alternative', 'b', [plain, multipart('related', 'c', [html])])),
    ).toEqual(['html <p>html</p>']))
})

describe('where a rule is broken', () => {
  const open = multipart('mixed', 'b', [plain, pdf], '')

  test('a strict program leaves out what may not be whole', () => {
    expect(shown('strict', open).files).toEqual([])
    expect(shown('strict', open).left).toEqual([{ type: 'application/pdf', why: 'unclosed' }])
    expect(shown('phone', open).files).toHaveLength(1)
  })

  test('without its boundary a multipart is a page of source, or nothing', () => {
    const lost = multipart('mixed', 'b', [plain, pdf]).replace('boundary=b', 'boundary=c')
    expect(texts('phone', lost)[0]).toMatch(/^raw --b/)
    expect(shown('strict', lost)).toEqual({
      ...{ texts: [], files: [], left: [{ type: 'multipart/mixed', why: 'unfound' }] },
    })
  })
})

test('a message without MIME is one text for all', () => {
  for (const by of Object.keys(readers) as ReaderName[])
    expect(texts(by, 'From: a@example.org\n\nHi')).toEqual(['plain Hi'])
})

test('any text is shown by each, and nothing is thrown', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          plain,
          html,
          pdf,
          '--b\n',
          '--b--\n',
          '\n',
          multipart('mixed', 'b', []),
          multipart('alternative', 'b', [html]),
        ),
      ),
      (parts) => {
        for (const by of Object.keys(readers) as ReaderName[])
          expect(shown(by, parts.join('')).texts).toBeInstanceOf(Array)
      },
    ),
    { seed: 7, numRuns: 300 },
  ))
