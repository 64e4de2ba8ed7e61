import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  count,
  flag,
  listOf,
  number,
  octets,
  oneOf,
  optional,
  record,
  recursive,
  tagged,
  text,
  type JsonCodec,
} from './codec.ts'

interface Box {
  readonly name: string
  readonly size?: number
}
const box: JsonCodec<Box> = record<Box>({ name: text, size: optional(count) })

interface Tree {
  readonly below: readonly Tree[]
}
const tree = recursive<Tree>((inner) => record<Tree>({ below: listOf(inner) }), 3)

type Shape = { readonly form: 'disc'; readonly radius: number } | { readonly form: 'dot' }
const shape = tagged<Shape>('form', (word) => {
  if (word === 'disc') return record({ form: oneOf('disc'), radius: number })
  return word === 'dot' ? record({ form: oneOf('dot') }) : undefined
})

describe('what was written is read', () => {
  test.each<[JsonCodec<never>, unknown, unknown]>([
    [text as never, 'a', 'a'],
    [flag as never, false, false],
    [number as never, -1.5, -1.5],
    [octets as never, Uint8Array.of(0, 65, 255), '\0A\xff'],
    [listOf(octets) as never, [Uint8Array.of(66)], ['B']],
    [box as never, { name: 'a' }, { name: 'a' }],
    [box as never, { name: 'a', size: 0 }, { name: 'a', size: 0 }],
    [shape as never, { form: 'disc', radius: 2 }, { form: 'disc', radius: 2 }],
    [tree as never, { below: [{ below: [] }] }, { below: [{ below: [] }] }],
  ])('%#', (codec, value, json) => {
    expect(codec.toJson(value as never)).toEqual(json)
    expect(codec.fromJson(JSON.parse(JSON.stringify(json)))).toEqual(value)
  })

  test('any octets', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(octets.fromJson(octets.toJson(bytes))).toEqual(bytes)
      }),
    ))
})

test.each<[JsonCodec<never>, unknown]>([
  [text as never, 1],
  [flag as never, 'true'],
  [number as never, null],
  [count as never, -1],
  [count as never, 1.5],
  [octets as never, 'Ā'],
  [octets as never, { 0: 1 }],
  [oneOf('a', 'b') as never, 'c'],
  [listOf(text) as never, { length: 0 }],
  [listOf(text) as never, ['a', 1]],
  [box as never, []],
  [box as never, {}],
  [box as never, { name: 'a', size: 'large' }],
  [box as never, { name: 'a', size: null }],
  [shape as never, { form: 'toString' }],
  [shape as never, { radius: 2 }],
  [tree as never, { below: [{ below: [{ below: [{ below: [] }] }] }] }],
])('%#: what does not fit the type is not read', (codec, json) =>
  expect(codec.fromJson(json)).toBeUndefined(),
)

test('fields of another type are left out', () =>
  expect(box.fromJson({ name: 'a', other: 1 })).toEqual({ name: 'a' }))
