import { isObject } from '../../core/text/is-object.ts'

/** A schema of JSON Schema, as editors take it. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** What is read of a schema of valibot. */
interface Given {
  readonly type: string
  readonly [key: string]: unknown
}

/** Where the schema of any condition stands, which holds itself. */
export const CONDITION = { $ref: '#/$defs/condition' } as const

/** The JSON Schema of a schema; what it cannot say, as the wording of a text, is left open. */
export function jsonSchemaOf(schema: unknown): JsonSchema {
  const given = schema as Given
  const inner = (key: string) => jsonSchemaOf(given[key])
  const options = () => (given['options'] as unknown[]).map(jsonSchemaOf)
  switch (given.type) {
    case 'optional':
    case 'exact_optional':
      return inner('wrapped')
    case 'lazy':
      return CONDITION
    case 'string':
    case 'number':
    case 'boolean':
      return { type: given.type }
    case 'literal':
      return { const: given['literal'] }
    case 'picklist':
      return { enum: given['options'] }
    case 'union':
    case 'variant':
      return { anyOf: options() }
    case 'array':
      return { type: 'array', items: inner('item') }
    case 'record':
      return { type: 'object', additionalProperties: inner('value') }
    case 'object':
    case 'strict_object':
      return objectOf(given)
    default:
      return {}
  }
}

function objectOf({ type, entries }: Given): JsonSchema {
  const parts = Object.entries(entries as Readonly<Record<string, Given>>)
  const required = parts.flatMap(([key, one]) => (/optional/.test(one.type) ? [] : key))
  return {
    type: 'object',
    properties: Object.fromEntries(parts.map(([key, one]) => [key, jsonSchemaOf(one)])),
    ...(required.length && { required }),
    ...(type === 'strict_object' && { additionalProperties: false }),
  }
}

/** The same with nothing required, at any depth: what changes a world with a name leaves most of it out. */
export function withoutRequired(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutRequired)
  if (!isObject(schema)) return schema
  const parts = Object.entries(schema).filter(
    ([key, value]) => key !== 'required' || !Array.isArray(value),
  )
  return Object.fromEntries(parts.map(([key, value]) => [key, withoutRequired(value)]))
}
