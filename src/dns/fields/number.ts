import { MAX_TTL, parseDuration } from '../zone/duration.ts'
import { badDuration, badNumber } from '../zone/problems/data.ts'
import type { Word } from '../zone/tokens.ts'
import type { FieldReader } from './reader.ts'

export const MAX_U8 = 255
export const MAX_U16 = 65535
export const MAX_U32 = 4294967295

/** The next word as a whole number from 0 to `max`. */
export function readNumber(fields: FieldReader, what: string, max: number): number | undefined {
  const word = fields.take(what)
  return word && numberOf(word, fields, what, max)
}

function numberOf(word: Word, fields: FieldReader, what: string, max: number): number | undefined {
  const number = /^\d+$/.test(word.raw) && !word.quoted ? Number(word.raw) : undefined
  if (number !== undefined && number <= max) return number
  fields.report(badNumber, word.span, `The ${what} is a whole number from 0 to ${max}.`)
  return undefined
}

/** The next word as seconds: a number or BIND's units. */
export function readDuration(fields: FieldReader, what: string): number | undefined {
  const word = fields.take(what)
  if (!word) return undefined
  const seconds = word.quoted ? undefined : parseDuration(word.raw)
  if (seconds !== undefined && seconds <= MAX_TTL) return seconds
  const message =
    seconds === undefined
      ? `The ${what} is a time, like \`3600\` or \`1h\`.`
      : `The ${what} is ${seconds} seconds; ${MAX_TTL} is the most.`
  fields.report(badDuration, word.span, message)
  return undefined
}
