import { expect, test } from 'vitest'
import { applyEdits } from './diagnostic.ts'
import { span } from './span.ts'

test('edits are made against the text as it was, in whatever order they stand', () => {
  const edits = [
    { span: span(4, 5), text: '' },
    { span: span(0, 1), text: 'X' },
    { span: span(2, 2), text: '-' },
    { span: span(5, 5), text: '!' },
  ]
  expect(applyEdits('abcde', edits)).toBe('Xb-cd!')
})

test('what is put in at one place stands in the order of the edits', () =>
  expect(
    applyEdits('ab', [
      { span: span(1, 1), text: '1' },
      { span: span(1, 2), text: '3' },
      { span: span(1, 1), text: '2' },
    ]),
  ).toBe('a123'))

test('each character is copied once, however many edits there are', () => {
  const edits = Array.from({ length: 20_000 }, (_, at) => ({ span: span(at, at + 1), text: 'ab' }))
  expect(applyEdits('x'.repeat(20_000), edits)).toBe('ab'.repeat(20_000))
})
