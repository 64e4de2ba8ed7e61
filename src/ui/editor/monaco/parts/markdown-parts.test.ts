import { expect, test } from 'vitest'
import { markdownParts } from './markdown-parts.ts'

const shown = (paragraph: string, mayCommand = false): string =>
  markdownParts(paragraph, mayCommand)
    .map(({ text, kind, link }) => (kind === 'text' ? text : `<${kind} ${link ?? ''}>${text}</>`))
    .join('')

test.each([
  ['Write `-all` last.', 'Write <code >-all</> last.'],
  ['Press *Undo* once.', 'Press <stress >Undo</> once.'],
  ['[RFC 7208](https://rfc.example/7208)', '<link https://rfc.example/7208>RFC 7208</>'],
  ['`a` and `b`', '<code >a</> and <code >b</>'],
  ['*.example.org and _dmarc_ and # and <b>', '*.example.org and _dmarc_ and # and <b>'],
  ['alice@example.org, https://example.org', 'alice@example.org, https://example.org'],
  ['[a](javascript:alert) [b](data:x) [c](/d)', '[a](javascript:alert) [b](data:x) [c](/d)'],
  ['[a](command:b)', '[a](command:b)'],
  ['', ''],
])('%s', (paragraph, drawn) => expect(shown(paragraph)).toBe(drawn))

test('a message of the editor itself may name a command', () =>
  expect(shown('[Hide](command:hide)', true)).toBe('<link command:hide>Hide</>'))
