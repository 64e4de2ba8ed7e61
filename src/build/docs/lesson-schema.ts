import { conditionSchema } from '../../lessons/goals/index.ts'
import { lessonSchema } from '../../lessons/schema.ts'
import { worldSchema } from '../../world/spec/world.ts'
import { jsonSchemaOf, withoutRequired, type JsonSchema } from './json-schema.ts'
import { translationFileSchema } from './translation-schema.ts'

const HEAD = { $schema: 'http://json-schema.org/draft-07/schema#' }

/** What stands in lesson.md, and so not in lesson.yaml. */
const IN_TEXT = new Set(['id', 'title', 'html', 'after'])

/** A world whose zones are files, and that may change one with a name. */
function worldInFile(): JsonSchema {
  const { properties } = jsonSchemaOf(worldSchema) as { readonly properties: JsonSchema }
  const more = { from: { type: 'string' }, editable: { type: 'array', items: { type: 'string' } } }
  return withoutRequired({
    type: 'object',
    properties: { ...properties, zones: {}, ...more },
  }) as JsonSchema
}

function stepInFile(): JsonSchema {
  const { item } = lessonSchema.entries.steps as unknown as { readonly item: unknown }
  const { properties, required } = jsonSchemaOf(item) as {
    readonly properties: JsonSchema
    readonly required: readonly string[]
  }
  const own = Object.entries(properties).filter(([key]) => !IN_TEXT.has(key))
  return {
    ...{ type: 'object', additionalProperties: false },
    properties: Object.fromEntries(own),
    required: required.filter((key) => !IN_TEXT.has(key)),
  }
}

/** docs/schema/lesson.json: `lesson.yaml` of a lesson. */
export const lessonFileSchema = (): JsonSchema => ({
  ...HEAD,
  ...{ title: 'lesson.yaml', type: 'object', additionalProperties: false },
  properties: {
    world: worldInFile(),
    steps: { type: 'object', additionalProperties: stepInFile() },
    hints: jsonSchemaOf(lessonSchema.entries.hints),
    variants: jsonSchemaOf(lessonSchema.entries.variants),
  },
  required: ['world', 'steps'],
  $defs: {
    condition: jsonSchemaOf(
      (conditionSchema as unknown as { getter: (input: unknown) => unknown }).getter(undefined),
    ),
  },
})

/** docs/schema/world.json: `world.yaml` of a world with a name. */
export const worldFileSchema = (): JsonSchema => ({
  ...HEAD,
  ...{ title: 'world.yaml', type: 'object' },
  properties: { world: worldInFile() },
})

/** The files of docs/schema/, by name. */
export const schemaFiles = (): Readonly<Record<string, string>> => ({
  'lesson.json': JSON.stringify(lessonFileSchema(), undefined, 2),
  'translation.json': JSON.stringify(translationFileSchema(), undefined, 2),
  'world.json': JSON.stringify(worldFileSchema(), undefined, 2),
})
