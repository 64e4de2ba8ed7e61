import { expect, test } from 'vitest'
import { renderProse } from './markdown.ts'

/** The text of a step, as HTML. */
const htmlOf = (text: string) => renderProse(`## A step {#a}\n\n${text}`).steps[0]!.html

test.each([
  ['RFC 5321', 'https://www.rfc-editor.org/rfc/rfc5321.html', 'RFC 5321'],
  ['(RFC 9989 §A.4)', 'https://www.rfc-editor.org/rfc/rfc9989.html#appendix-A.4', 'RFC 9989 §A.4'],
  [
    'so RFC 5321 §4.1.1.3.',
    'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.3',
    'RFC 5321 §4.1.1.3',
  ],
])('%s links to its section', (text, url, label) =>
  expect(htmlOf(text)).toContain(`<a href="${url}" rel="external noopener">${label}</a>`),
)

test.each([
  ['inside a link', '[RFC 5321](#x)', '<p><a href="#x">RFC 5321</a></p>'],
  ['inside code', '`RFC 5321`', '<p><code class="whole">RFC 5321</code></p>'],
])('an RFC %s is left alone', (_, text, html) => expect(htmlOf(text)).toBe(html))

test('HTML is text', () =>
  expect(htmlOf('<img src=x onerror=y>')).toBe('<p>&lt;img src=x onerror=y&gt;</p>'))

test('each heading is a step; a line of asterisks begins what is read after it', () =>
  expect(renderProse('## One {#one}\n\nBefore *it*.\n\n***\n\nAfter it.\n\n## Two\n')).toEqual({
    steps: [
      {
        ...{ id: 'one', title: 'One', html: '<p>Before <em>it</em>.</p>' },
        ...{ after: '<p>After it.</p>', words: 4, line: 1, text: 'Before it.\nAfter it.' },
      },
      { id: '', title: 'Two', html: '', after: '', words: 0, line: 9, text: '' },
    ],
    ...{ debrief: '', notes: '', stray: '' },
  }))

test('what stands under Debrief and Notes is apart from the steps', () =>
  expect(
    renderProse('Stray\n\n## A {#a}\n\nOne\n\n## Debrief\n\n### Why?\n\n## Notes\n\nTwo'),
  ).toMatchObject({
    steps: [{ id: 'a' }],
    debrief: '<h3>Why?</h3>',
    notes: '<p>Two</p>',
    stray: '<p>Stray</p>',
  }))

test('code is looked at, not read', () =>
  expect(renderProse('## A {#a}\n\nSay it:\n\n    one two three\n').steps[0]!.words).toBe(2))

test('a heading inside code ends nothing', () =>
  expect(renderProse('```\n## Debrief\n```\n').debrief).toBe(''))

test('tables are tables', () =>
  expect(htmlOf('| a | b |\n| --- | --- |\n| 1 | 2 |')).toContain('<td>1</td>'))
