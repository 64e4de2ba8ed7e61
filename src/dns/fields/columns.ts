import { decodeBase64 } from '../../core/base64.ts'
import { cover } from '../../core/span.ts'
import { unescape } from '../escapes.ts'
import { badEncoding, stringTooLong } from '../zone/problems/data.ts'
import { unknownType } from '../zone/problems/records.ts'
import { badTag } from '../zone/problems/service.ts'
import type { FieldFormat, FieldKind } from '../record-type.ts'
import type { Word } from '../zone/tokens.ts'
import { typeNumber } from '../zone/type-numbers.ts'
import { MAX_U32, readDuration, readNumber } from './number.ts'
import type { FieldReader } from './reader.ts'
import { MAX_STRING, readString } from './strings.ts'
import { badEscape } from '../zone/problems/text.ts'

/** Reads one field, or all that are left, and gives them as a zone writes them. */
export interface Column extends FieldFormat {
  read(fields: FieldReader): readonly string[] | undefined
}

const column = (kind: FieldKind, read: Column['read']): Column => ({ kind, read })

/** States what a column is for. */
export const explained = (of: Column, meaning: string): Column => ({ ...of, meaning })

const one = (text: string | number | undefined): readonly string[] | undefined =>
  text === undefined ? undefined : [String(text)]

export const number = (what: string, max: number): Column =>
  column('number', (fields) => one(readNumber(fields, what, max)))

export const duration = (what: string): Column =>
  column('duration', (fields) => one(readDuration(fields, what)))

/** A name, made absolute: a reader of the record knows no origin. */
export const name = (what: string): Column =>
  column('name', (fields) => {
    const read = fields.name(what)
    return read === undefined ? undefined : [`${read}.`]
  })

/** The tag of a property: letters and digits, kept as it is. */
export const tag: Column = column('other', (fields) => {
  const word = fields.take('tag')
  if (!word) return undefined
  if (!word.quoted && /^[a-z0-9]+$/i.test(word.raw)) return [word.raw]
  fields.report(badTag, word.span, 'The tag is one word of letters and digits.')
  return undefined
})

/** One string, kept as written. */
export const text = (what: string): Column =>
  column('string', (fields) => {
    const word = fields.take(what)
    return word && checkText(word, fields) ? [written(word)] : undefined
  })

/** All words left, kept as written. */
export const words: Column = column('other', (fields) => {
  const left = fields.remaining()
  return left.every((word) => checkText(word, fields)) ? left.map(written) : undefined
})

/** A word as the zone has it, quotes included. */
export const written = (word: Word): string => (word.quoted ? `"${word.raw}"` : word.raw)

/** Notes broken escapes and a string that is too long. @returns Whether there were none. */
export function checkText(word: Word, fields: FieldReader): boolean {
  if ([...unescape(word.raw)].some(({ kind }) => kind === 'broken')) {
    fields.report(
      badEscape,
      word.span,
      'A backslash needs one character or three digits up to 255.',
    )
    return false
  }
  const octets = readString(word).length
  if (!word.quoted || octets <= MAX_STRING) return true
  fields.report(stringTooLong, word.span, `This string has ${octets} octets; 255 is the most.`)
  return false
}

/** Octets in hexadecimal, to the end. */
export const hex = (what: string): Column =>
  column('other', (fields) =>
    encoded(
      fields,
      what,
      (digits) => /^([0-9a-f]{2})+$/i.test(digits),
      'hexadecimal digits, in pairs',
    ),
  )

/** Octets in base64, to the end. */
export const base64 = (what: string): Column =>
  column('other', (fields) => encoded(fields, what, (text) => decodeBase64(text).ok, 'base64'))

function encoded(
  fields: FieldReader,
  what: string,
  fits: (joined: string) => boolean,
  how: string,
): readonly string[] | undefined {
  const all = fields.rest(what)
  if (all.length === 0) return undefined
  const joined = all.map(({ raw }) => raw).join('')
  if (fits(joined)) return [joined]
  const whole = cover(all[0]!.span, all.at(-1)!.span)
  fields.report(badEncoding, whole, `The ${what} is written in ${how}.`)
  return undefined
}

/** A type's mnemonic. */
export const type = (what: string): Column =>
  column('other', (fields) => {
    const word = fields.take(what)
    return word && checkType(word, fields) ? [word.raw.toUpperCase()] : undefined
  })

/** Mnemonics of types, to the end. */
export const types: Column = column('other', (fields) => {
  const left = fields.remaining()
  return left.every((word) => checkType(word, fields))
    ? left.map(({ raw }) => raw.toUpperCase())
    : undefined
})

function checkType(word: Word, fields: FieldReader): boolean {
  if (typeNumber(word.raw) !== undefined) return true
  fields.report(unknownType, word.span, `\`${word.raw}\` is the name of no record type.`)
  return false
}

/** A time as `YYYYMMDDHHmmSS`, or seconds since 1970 (RFC 4034 §3.2). */
export const time = (what: string): Column =>
  column('other', (fields) => {
    const word = fields.peek()
    if (word && /^\d{14}$/.test(word.raw)) return one(fields.take(what)!.raw)
    return one(readNumber(fields, what, MAX_U32))
  })
