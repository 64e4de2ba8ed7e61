import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { fromUtf8, utf8 } from '../../core/bytes.ts'
import { gunzip, gzip } from '../../core/gzip.ts'
import { isInput } from '../is-input.ts'
import type { LabInput } from '../lab.ts'

/** Octets that one journal may have, as JSON. A limit of ours: a long lesson has some ten thousand. */
export const MAX_JOURNAL = 1024 * 1024

/** A value as JSON, packed (RFC 1952) and written in base64. */
export const pack = (value: unknown): string => encodeBase64(gzip(utf8(JSON.stringify(value))))

/**
 * Reads what `pack` wrote. Never throws.
 * @param limit Octets that may come out.
 * @returns Undefined where it is no such text.
 */
export function unpack(text: string, limit = MAX_JOURNAL): { readonly value: unknown } | undefined {
  const decoded = decodeBase64(text)
  const unpacked = decoded.ok ? gunzip(decoded.bytes, limit) : undefined
  if (!unpacked?.ok) return undefined
  try {
    return { value: JSON.parse(fromUtf8(unpacked.bytes)) as unknown }
  } catch {
    return undefined
  }
}

/** A journal that was packed; undefined where it is none. */
export function unpackJournal(text: string): readonly LabInput[] | undefined {
  const value = unpack(text)?.value
  return isJournal(value) ? value : undefined
}

export const isJournal = (value: unknown): value is readonly LabInput[] =>
  Array.isArray(value) && value.every(isInput)
