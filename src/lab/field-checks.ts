import { isObject } from '../core/text/is-object.ts'

/** Whether a value is what a field of a message must be. */
export type Check = (value: unknown) => boolean

/** The fields of a message, and what each must be. */
export type Fields = Readonly<Record<string, Check>>

export const isText: Check = (value) => typeof value === 'string'
export const isFlag: Check = (value) => typeof value === 'boolean'
export const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
export const isTexts: Check = (value) => isObject(value) && Object.values(value).every(isText)
export const isOctets: Check = (value) => value instanceof Uint8Array
export const isAnything: Check = () => true

export const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    isText(value) && words.includes(value as string)

export const listOf =
  (is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(is)

export const optional =
  (is: Check): Check =>
  (value) =>
    value === undefined || is(value)

export const objectOf =
  (fields: Fields): Check =>
  (value) =>
    isObject(value) && wrongField(value, fields) === undefined

/** The first field that is not what it must be. */
export const wrongField = (
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
): string | undefined => Object.entries(fields).find(([name, is]) => !is(value[name]))?.[0]
