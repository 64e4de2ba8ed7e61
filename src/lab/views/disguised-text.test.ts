import { describe, expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { disguisedTexts } from './disguised-text.ts'
import { hiddenInHtml } from './hidden-in-html.ts'

const found = (lines: readonly string[]) => {
  const message = parseMessage(utf8(lines.join('\r\n')))
  return disguisedTexts(message, parseMime(message)).map(({ kind, where, text }) => [
    kind,
    where,
    text,
  ])
}

test('encoded words and encoded parts are read', () =>
  expect(
    found([
      ...['Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=', 'Content-Type: text/plain; charset=utf-8'],
      ...['Content-Transfer-Encoding: base64', '', 'R3LDvMOfZQ=='],
    ]),
  ).toEqual([
    ['encoded', 'Subject', 'Grüße'],
    ['encoded', 'text/plain', 'Grüße'],
  ]))

test('a text that needed no encoding is not listed', () =>
  expect(found(['Content-Transfer-Encoding: quoted-printable', '', 'Noon?'])).toEqual([]))

test('characters without a width are named, in a subject too', () =>
  expect(found(['Subject: Pay\u200bPal\u202e', '', 'a\u00adb'])).toEqual([
    ['unseen', 'Subject', 'U+200B zero width space, U+202E right-to-left override'],
    ['unseen', 'text/plain', 'U+00AD soft hyphen'],
  ]))

describe('what HTML hides', () => {
  test.each([
    ['<p>a</p><div style="display:none">b <b>c</b></div><p>d', [['hidden', 'b c']]],
    ['<span hidden>x</span>', [['hidden', 'x']]],
    [
      '<span style="font-size:0px">x</span><span style="font-size:0.9em">y</span>',
      [['hidden', 'x']],
    ],
    ['<span style="opacity:0.5">x</span><span data-hidden="1">y</span>', []],
    ['<!-- a note --><!--[if mso]>x<![endif]-->', [['comment', 'a note']]],
    ['<img src="https://t.example/1" width="1" height="1">', [['pixel', 'https://t.example/1']]],
    ['<img src="cid:a" width="1" height=1><img src="https://a.example/b" width=90 height=1>', []],
    [
      '<a href="https://evil.example/x">https://bank.example</a>',
      [['other-link', 'https://bank.example → https://evil.example/x']],
    ],
    ['<a href="https://www.bank.example/x">bank.example</a>', []],
    ['<a href="https://t.example/">Read more</a>', []],
    ['<style>p{display:none}</style><head><title>t</title></head>', []],
    ['<div style="display:none">never closed', []],
    ['< <a <b <!-- <', [['comment', '<']]],
  ])('%s', (html, all) =>
    expect(hiddenInHtml(html).map(({ kind, text }) => [kind, text])).toEqual(all),
  )
})
