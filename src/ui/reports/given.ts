import type { GivenFile } from '../../lab/types.ts'

/** All that was given to the page of reports. */
export interface Given {
  /** What is in the field. */
  readonly text: string
  /** Domains of the learner, as they were written. */
  readonly own: string
  readonly zone: string
  readonly files: readonly GivenFile[]
}

export const nothingGiven: Given = { text: '', own: '', zone: '', files: [] }

export const isNothing = ({ text, files }: Given): boolean =>
  text.trim() === '' && files.length === 0

/** Every document that is read: the files, and the field as one more. */
export const documentsOf = ({ text, files }: Given, name: string): GivenFile[] =>
  text.trim() === '' ? [...files] : [...files, { name, bytes: octetsOf(text) }]

/** Domains as they were written, between white space or commas. */
export const domainsIn = (own: string): string[] =>
  own.split(/[\s,;]+/).filter((domain) => domain !== '')

const encoder = new TextEncoder()

/** A text as UTF-8. */
export const octetsOf = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)

/** By what every browser has, so that the first paint waits for no code of ours. */
const toBase64 = (bytes: Uint8Array): string => {
  let octets = ''
  for (const octet of bytes) octets += String.fromCharCode(octet)
  return btoa(octets)
}

/** Characters that are kept for a reload at most: browsers give a page some five million. */
export const MAX_KEPT = 3_000_000

/** As a text, octets of files by base64; undefined where it is too large to be kept. */
export function writeGiven({ text, own, zone, files }: Given): string | undefined {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (text.length + zone.length + (size * 4) / 3 > MAX_KEPT) return undefined
  const packed = files.map(({ name, bytes }) => ({ name, base64: toBase64(bytes) }))
  return JSON.stringify({ v: 1, text, own, zone, files: packed })
}

/** Never throws; what is no text by `writeGiven` is nothing. */
export function readGiven(kept: string | null): Given {
  try {
    const read = JSON.parse(kept ?? '') as Partial<Record<string, unknown>>
    const textOf = (name: string): string => (typeof read[name] === 'string' ? read[name] : '')
    const files = Array.isArray(read['files']) ? read['files'] : []
    return {
      ...{ text: textOf('text'), own: textOf('own'), zone: textOf('zone') },
      files: files.flatMap(readFile),
    }
  } catch {
    return nothingGiven
  }
}

function readFile(kept: unknown): GivenFile[] {
  const { name, base64 } = (kept ?? {}) as Partial<Record<string, unknown>>
  if (typeof name !== 'string' || typeof base64 !== 'string') return []
  return [{ name, bytes: Uint8Array.from(atob(base64), (octet) => octet.charCodeAt(0)) }]
}
