import { expect, test } from 'vitest'
import { renderProse } from './markdown.ts'

test.each([
  ['RFC 5321', 'https://www.rfc-editor.org/rfc/rfc5321.html', 'RFC 5321'],
  ['(RFC 9989 §A.4)', 'https://www.rfc-editor.org/rfc/rfc9989.html#appendix-A.4', 'RFC 9989 §A.4'],
  [
    'so RFC 5321 §4.1.1.3.',
    'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.3',
    'RFC 5321 §4.1.1.3',
  ],
])('%s links to its section', (text, url, label) =>
  expect(renderProse(text).html).toContain(`<a href="${url}" rel="external noopener">${label}</a>`),
)

test.each([
  ['inside a link', '[RFC 5321](#x)', '<p><a href="#x">RFC 5321</a></p>'],
  ['inside code', '`RFC 5321`', '<p><code>RFC 5321</code></p>'],
])('an RFC %s is left alone', (_, text, html) => expect(renderProse(text).html).toBe(html))

test('HTML is text', () =>
  expect(renderProse('<img src=x onerror=y>').html).toBe('<p>&lt;img src=x onerror=y&gt;</p>'))

test('what stands under Debrief is apart from the text', () =>
  expect(renderProse('One\n\n## Debrief\n\nTwo\n\n## More\n')).toEqual({
    html: '<p>One</p>',
    debrief: '<p>Two</p>\n<h2>More</h2>',
  }))

test('a heading inside code ends nothing', () =>
  expect(renderProse('```\n## Debrief\n```\n').debrief).toBe(''))

test('tables are tables', () =>
  expect(renderProse('| a | b |\n| --- | --- |\n| 1 | 2 |').html).toContain('<td>1</td>'))
