import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { fromStrictUtf8, utf8 } from '../../core/bytes.ts'
import type { LinkedCheck, LinkedText } from '../../lab/link/link.ts'
import { nothingGiven, type Given } from './given.ts'

/** Names of the texts that are no files; a file has `file:` before its own, octets `octets:`. */
const FIELDS = ['text', 'own', 'zone'] as const

/** What was given, as a link carries it: octets that are no text by base64. */
export function linkedOf(given: Given): LinkedCheck {
  const fields = FIELDS.map((name) => ({ name, text: given[name] })).filter(
    ({ text }) => text !== '',
  )
  const files = given.files.map(({ name, bytes }): LinkedText => {
    const text = fromStrictUtf8(bytes)
    return text === undefined
      ? { name: `octets:${name}`, text: encodeBase64(bytes) }
      : { name: `file:${name}`, text }
  })
  return { v: 1, tool: 'reports', texts: [...fields, ...files] }
}

/** What a link carries; texts with other names are passed over. */
export function givenOf({ texts }: LinkedCheck): Given {
  const fieldOf = (name: string): string => texts.find((one) => one.name === name)?.text ?? ''
  const files = texts.flatMap(({ name, text }) => {
    if (name.startsWith('file:')) return [{ name: name.slice(5), bytes: utf8(text) }]
    const decoded = name.startsWith('octets:') ? decodeBase64(text) : undefined
    return decoded?.ok ? [{ name: name.slice(7), bytes: decoded.bytes }] : []
  })
  const [text, own, zone] = FIELDS.map(fieldOf)
  return { ...nothingGiven, ...{ text: text ?? '', own: own ?? '', zone: zone ?? '' }, files }
}
