import { fromLatin1 } from '../../core/bytes.ts'
import type { WorldEvent } from '../../world/events/index.ts'

/** An event of the world as one line of JSON. Octets stand as text of one character an octet. */
export const eventLine = (event: WorldEvent): string =>
  JSON.stringify(event, (key, value: unknown) =>
    value instanceof Uint8Array ? fromLatin1(value) : LEFT_OUT.has(key) ? undefined : value,
  )

/** Traces are long, and `helo-world verify` makes them again. */
const LEFT_OUT: ReadonlySet<string> = new Set(['trace'])
