import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { cardSchema, sourceSchema } from '../../lessons/card-schema.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/cards.md'), 'utf8')
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => load(text!))
const cards = examples.filter((one) => !Array.isArray(one))
const sources = examples.filter((one) => Array.isArray(one)).flat()

const kindsOf = (schema: {
  readonly options: readonly { entries: { kind: { literal: string } } }[]
}) => schema.options.map(({ entries }) => entries.kind.literal)
const kindsIn = (found: readonly unknown[]) => found.map((one) => (one as { kind: string }).kind)

test('docs/cards.md has an example of each kind of card and source, as a lesson may write it', () => {
  expect(new Set(kindsIn(cards))).toEqual(new Set(kindsOf(cardSchema)))
  expect(new Set(kindsIn(sources))).toEqual(new Set(kindsOf(sourceSchema)))
})

test.each(cards.map((card) => [card]))('%o', (card) =>
  expect(v.safeParse(cardSchema, card).issues).toBeUndefined(),
)

test.each(sources.map((source) => [source]))('%o', (source) =>
  expect(v.safeParse(sourceSchema, source).issues).toBeUndefined(),
)
