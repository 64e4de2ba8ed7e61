import type { JsonSchema } from './json-schema.ts'

const text: JsonSchema = { type: 'string', minLength: 1 }
const texts: JsonSchema = { type: 'object', additionalProperties: text }
const list: JsonSchema = { type: 'array', items: text }

const some = (properties: JsonSchema): JsonSchema => ({
  ...{ type: 'object', additionalProperties: false },
  properties,
})

const byId = (value: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: value })

/** An item of a card, or a choice of a prediction; a choice of a grid is a text alone. */
const item = some({ text, because: text, wrong: texts })

const card = some({
  ...{ ask: text, because: text, otherwise: text, missing: text, lines: list },
  wrong: list,
  choices: byId({ anyOf: [item, text] }),
  items: byId(item),
  bins: texts,
  columns: byId(some({ text, choices: texts })),
  rows: byId(some({ text, cells: byId(some({ because: text, wrong: texts })) })),
})

/**
 * docs/schema/translation.json: `lesson.de.yaml` of any lesson. Which texts a lesson has, its proof knows; this says
 * what may be text at all.
 */
export const translationFileSchema = (): JsonSchema => ({
  ...{ $schema: 'http://json-schema.org/draft-07/schema#', title: 'lesson.<language>.yaml' },
  ...some({
    steps: byId(some({ goals: texts, ladder: list, card })),
    hints: texts,
    world: some({
      ...{ hosts: texts, mails: texts, devices: texts },
      senders: byId(some({ name: text, about: text })),
    }),
    variants: byId(texts),
  }),
})
