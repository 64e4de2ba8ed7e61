import { expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from './diagnostic.ts'
import { renderFrame } from './frame.ts'
import { sectionLabel, sectionUrl } from './section.ts'
import { span } from './span.ts'

const text = '$TTL 1h\r\n@ TXT "v=spf1 -all mx"\r\n'
const diagnostic: Diagnostic = {
  code: 'spf/terms-after-all',
  messageId: 'terms-after-all',
  severity: 'warning',
  file: 'example.org.zone',
  span: span(text.indexOf('mx'), text.indexOf('mx') + 2),
  message: '`mx` is never tried: it stands after `all`.',
  source: { rfc: 7208, section: '5.1' },
  why: 'SPF stops at the first match.',
  related: [],
  fixes: [{ title: 'Move `-all` to the end', edits: [] }],
}

test('a frame shows the line, the span, the message, the fix and the section', () => {
  expect(renderFrame(diagnostic, text)).toBe(
    [
      '── terms after all ─────────────────────────── spf/terms-after-all',
      '2 │ @ TXT "v=spf1 -all mx"',
      '  │                    ^^',
      '`mx` is never tried: it stands after `all`.',
      'Move `-all` to the end.',
      'RFC 7208 §5.1',
    ].join('\n'),
  )
})

test('an empty span at the end of the text still gets a caret', () => {
  const frame = renderFrame({ ...diagnostic, span: span(text.length, text.length) }, text)
  expect(frame.split('\n').slice(1, 3)).toEqual(['3 │ ', '  │ ^'])
})

test('edits are applied together', () => {
  const edits = [
    { span: span(0, 1), text: 'X' },
    { span: span(2, 2), text: '-' },
    { span: span(3, 4), text: '' },
  ]
  expect(applyEdits('abcde', edits)).toBe('Xb-ce')
})

test.each([
  [
    { rfc: 7208, section: '4.6.4' },
    'RFC 7208 §4.6.4',
    'https://www.rfc-editor.org/rfc/rfc7208.html#section-4.6.4',
  ],
  [
    { rfc: 9989, section: 'A.4' },
    'RFC 9989 §A.4',
    'https://www.rfc-editor.org/rfc/rfc9989.html#appendix-A.4',
  ],
  [{ rfc: 5321 }, 'RFC 5321', 'https://www.rfc-editor.org/rfc/rfc5321.html'],
  [
    { draft: 'draft-x', section: '3' },
    'draft-x §3',
    'https://datatracker.ietf.org/doc/html/draft-x#section-3',
  ],
])('%o is shown as %s', (source, label, url) => {
  expect([sectionLabel(source), sectionUrl(source)]).toEqual([label, url])
})
