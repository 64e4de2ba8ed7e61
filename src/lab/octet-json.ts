import { fromLatin1, latin1 } from '../core/bytes.ts'
import { isObject } from '../core/text/is-object.ts'

/** Marks octets among JSON values; the text has one UTF-16 unit an octet. */
const OCTETS = '$octets'

/** Plain data as one line of JSON. Octets are `{"$octets": "…"}`; absent fields are left out. */
export const writeJson = (value: unknown): string =>
  // Node's octets turn themselves into something else before they are handed over.
  JSON.stringify(value, function (this: Record<string, unknown>, key, inner: unknown) {
    const own = this[key]
    return own instanceof Uint8Array ? { [OCTETS]: fromLatin1(own) } : inner
  })

/** Reads what `writeJson` wrote. @returns `undefined` where it is no JSON. Never throws. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, inner: unknown) => {
      if (!isObject(inner)) return inner
      const octets = inner[OCTETS]
      return typeof octets === 'string' ? latin1(octets) : inner
    })
  } catch {
    return undefined
  }
}
