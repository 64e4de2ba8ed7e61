import { expect, test } from 'vitest'
import {
  dataBlock,
  escapeHtml,
  fill,
  include,
  markCurrent,
  setBase,
  withoutIndents,
} from './template.ts'

test('fills known slots and leaves the rest', () =>
  expect(fill('<h1>%title%</h1>%prose% 100%', { title: 'MX' })).toBe('<h1>MX</h1>%prose% 100%'))

test('does not fill a slot that stands in a value', () =>
  expect(fill('%title% %prose%', { title: '%prose%', prose: "$& $'" })).toBe("%prose% $& $'"))

test.each([
  ['<a href="%base%sandbox/">', '<a href="../../sandbox/">'],
  ['<link rel="icon" href="%base%favicon.svg">', '<link rel="icon" href="/favicon.svg">'],
  ['<script type="module" src="%base%src/ui/x.ts">', '<script type="module" src="/src/ui/x.ts">'],
])('%s at depth two is %s', (template, page) => expect(setBase(template, '../../')).toBe(page))

test('lines begin without spaces, but in a text that is shown as it is', () =>
  expect(withoutIndents('<p>\n    a\n\n  <b>\n</p>\n  <pre>\n  b\n</pre>\n  c')).toBe(
    '<p>\na\n<b>\n</p>\n<pre>\n  b\n</pre>\nc',
  ))

test('a part stands in place of its inclusion, whatever signs it holds', () =>
  expect(include('<p>\n<!-- include parts/a.html -->', (file) => `${file} $& $1\n`)).toBe(
    '<p>\nparts/a.html $& $1',
  ))

test.each([
  ['sandbox/', '<a href="%base%">', '<a href="%base%sandbox/" aria-current="page">'],
  ['', '<a href="%base%" aria-current="page">', '<a href="%base%sandbox/">'],
])('the masthead marks the link to "%s"', (place, mark, sandbox) =>
  expect(markCurrent('<a href="%base%"><a href="%base%sandbox/">', place)).toBe(mark + sandbox),
)

test('a data block cannot be ended from inside, and reads back the same', () => {
  const value = { text: '</script><script>alert(1)</script><!--' }
  expect(dataBlock(value)).not.toContain('<')
  expect(JSON.parse(dataBlock(value))).toEqual(value)
})

test('text is escaped for attributes too', () =>
  expect(escapeHtml(`"<a>" & 'b'`)).toBe('&quot;&lt;a&gt;&quot; &amp; &#39;b&#39;'))
