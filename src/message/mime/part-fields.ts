import { decodeWords } from '../encoded-words.ts'
import { fieldNamed, type HeaderField } from '../field.ts'
import { parseParameters, type Parameter } from './parameters.ts'
import type { Part } from './part.ts'

/** RFC 2045 §6.1: `7bit` without the field. */
export const encodingOf = (fields: readonly HeaderField[]): string =>
  parseParameters(fieldNamed({ fields }, 'Content-Transfer-Encoding')?.value ?? '').value || '7bit'

/**
 * How a part is to be shown, and its name: of Content-Disposition, or else `name` of Content-Type.
 * Encoded words do not belong into parameters (RFC 2047 §5); so many write them that they are read.
 */
export function dispositionOf(
  fields: readonly HeaderField[],
  content: readonly Parameter[],
): Pick<Part, 'disposition' | 'filename'> {
  const field = fieldNamed({ fields }, 'Content-Disposition')
  const given = field && parseParameters(field.value)
  const filename = named(given?.parameters ?? [], 'filename') ?? named(content, 'name')
  return {
    ...(given && given.value !== '' ? { disposition: given.value } : {}),
    ...(filename === undefined ? {} : { filename: decodeWords(filename) }),
  }
}

const named = (parameters: readonly Parameter[], name: string): string | undefined =>
  parameters.find((one) => one.name === name)?.value

export function contentIdOf(fields: readonly HeaderField[]): Pick<Part, 'contentId'> {
  const id = /^<([^<>\s]{1,998})>$/.exec(fieldNamed({ fields }, 'Content-ID')?.value ?? '')?.[1]
  return id === undefined ? {} : { contentId: id }
}
