import { expect, test } from 'vitest'
import { termOf, terms } from './index.ts'

test('a term has a name of its own, and so has each of its other forms', () => {
  const forms = terms.flatMap(({ name, also = [] }) => [name, ...also])
  expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([])
  expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length)
  expect(terms.filter(({ id }) => !/^[a-z0-9-]+$/.test(id))).toEqual([])
})

test('related terms are there, and none is related to itself', () => {
  const broken = terms.flatMap(({ id, related = [] }) =>
    related.filter((other) => other === id || !termOf(other)).map((other) => `${id} → ${other}`),
  )
  expect(broken).toEqual([])
})

test.each(terms)('$name is explained in one to three short sentences', ({ text }) => {
  const plain = text.replaceAll(/`[^`]*`/g, 'it')
  expect(plain.split(/(?<=[.?!])\)? (?=[(A-Z])/).length).toBeLessThanOrEqual(3)
  expect(text.length).toBeLessThanOrEqual(180)
  expect(text).toMatch(/[.)]$/)
})
