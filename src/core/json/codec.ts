import { fromLatin1, latin1 } from '../bytes.ts'
import { isObject } from '../text/is-object.ts'

/** Writes the values of a type as JSON values, and reads them back. */
export interface JsonCodec<T> {
  readonly toJson: (value: T) => unknown
  /** @returns `undefined` where the JSON value is none of the type. Never throws. */
  readonly fromJson: (json: unknown) => T | undefined
}

/** Values that are JSON values already. @param is What is checked of one that is read. */
export const plain = <T>(is: (json: unknown) => boolean): JsonCodec<T> => ({
  toJson: (value) => value,
  fromJson: (json) => (is(json) ? (json as T) : undefined),
})

export const text: JsonCodec<string> = plain((json) => typeof json === 'string')

export const flag: JsonCodec<boolean> = plain((json) => typeof json === 'boolean')

/** Any number that JSON can write. */
export const number: JsonCodec<number> = plain(Number.isFinite)

/** A whole number from 0 up. */
export const count: JsonCodec<number> = plain(
  (json) => Number.isSafeInteger(json) && (json as number) >= 0,
)

/** One of these words. */
export const oneOf = <const Word extends string>(...words: readonly Word[]): JsonCodec<Word> =>
  plain((json) => (words as readonly unknown[]).includes(json))

/** Octets as a text of one UTF-16 unit an octet. */
export const octets: JsonCodec<Uint8Array> = {
  toJson: fromLatin1,
  fromJson: (json) => (typeof json === 'string' && isLatin1(json) ? latin1(json) : undefined),
}

const isLatin1 = (json: string): boolean => /^[\0-\xff]*$/.test(json)

export const listOf = <T>(item: JsonCodec<T>): JsonCodec<readonly T[]> => ({
  toJson: (values) => values.map(item.toJson),
  fromJson(json) {
    if (!Array.isArray(json)) return undefined
    const values: T[] = []
    for (const one of json as readonly unknown[]) {
      const value = item.fromJson(one)
      if (value === undefined) return undefined
      values.push(value)
    }
    return values
  },
})

/** A field that may be absent. */
export interface Optional<T> {
  readonly optional: JsonCodec<T>
}

export const optional = <T>(codec: JsonCodec<T>): Optional<T> => ({ optional: codec })

/** A codec for each field of a type; those that may be absent are `optional`. */
export type Fields<T> = {
  readonly [Name in keyof T]-?: undefined extends T[Name]
    ? Optional<Exclude<T[Name], undefined>>
    : object extends Pick<T, Name>
      ? Optional<T[Name]>
      : JsonCodec<T[Name]>
}

/** An object with these fields. Others are left out when it is read. */
export function record<T extends object>(fields: Fields<T>): JsonCodec<T> {
  const entries = Object.entries<AnyField>(fields)
  return {
    toJson(value) {
      const json: Record<string, unknown> = {}
      for (const [name, field] of entries) {
        const own = (value as Record<string, unknown>)[name]
        if (own !== undefined) json[name] = codecOf(field).toJson(own as never)
      }
      return json
    },
    fromJson(json) {
      if (!isObject(json)) return undefined
      const value: Record<string, unknown> = {}
      for (const [name, field] of entries) {
        const read = Object.hasOwn(json, name) ? codecOf(field).fromJson(json[name]) : undefined
        if (read !== undefined) value[name] = read
        else if (Object.hasOwn(json, name) || !('optional' in field)) return undefined
      }
      return value as T
    },
  }
}

/** A codec whose type has been forgotten. */
export interface AnyCodec {
  readonly toJson: (value: never) => unknown
  readonly fromJson: (json: unknown) => unknown
}

type AnyField = AnyCodec | { readonly optional: AnyCodec }

const codecOf = (field: AnyField): AnyCodec => ('optional' in field ? field.optional : field)

/**
 * Objects of several forms; a word in one of their fields names the form.
 * @param formOf The codec of the form that the word names.
 */
export const tagged = <T extends object>(
  tag: keyof T & string,
  formOf: (word: string) => AnyCodec | undefined,
): JsonCodec<T> => ({
  toJson: (value) => formOf(String(value[tag]))?.toJson(value as never),
  fromJson(json) {
    const word = isObject(json) && Object.hasOwn(json, tag) ? json[tag] : undefined
    if (typeof word !== 'string') return undefined
    return formOf(word)?.fromJson(json) as T | undefined
  },
})

/**
 * A type that has values of its own kind inside.
 * @param codecFor Makes its codec from the one for what is inside.
 * @param depth How deep one may stand in another; what is deeper is not read.
 */
export function recursive<T>(
  codecFor: (inner: JsonCodec<T>) => JsonCodec<T>,
  depth: number,
): JsonCodec<T> {
  let made: JsonCodec<T> | undefined
  const codec = (): JsonCodec<T> => (made ??= codecFor(recursive(codecFor, depth - 1)))
  return {
    toJson: (value) => codec().toJson(value),
    fromJson: (json) => (depth > 0 ? codec().fromJson(json) : undefined),
  }
}
