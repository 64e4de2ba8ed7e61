import { isObject } from '../../core/text/is-object.ts'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import type { WorldEvent } from '../events.ts'

/** An event as one line of JSON, traces and all. Octets stand as text of one letter an octet. */
export const writeEvent = (event: WorldEvent): string =>
  JSON.stringify(event, (_, value: unknown) =>
    value instanceof Uint8Array ? fromLatin1(value) : value,
  )

/** Reads what `writeEvent` wrote. @returns `undefined` where it is no event. Never throws. */
export function readEvent(line: string): WorldEvent | undefined {
  const event = parse(line)
  if (!isObject(event) || !TYPES.has(event['type'])) return undefined
  if (event['type'] === 'wire') return withOctets(event) as WorldEvent | undefined
  if (event['type'] !== 'delivered') return event as unknown as WorldEvent
  const message = isObject(event['message']) ? withOctets(event['message']) : undefined
  return message && ({ ...event, message } as unknown as WorldEvent)
}

const TYPES: ReadonlySet<unknown> = new Set<WorldEvent['type']>([
  ...(['dns', 'opened', 'refused', 'command', 'wire', 'secured', 'closed'] as const),
  ...(['delivered', 'rejected', 'undeliverable'] as const),
])

const withOctets = (value: Record<string, unknown>): object | undefined =>
  typeof value['bytes'] === 'string' ? { ...value, bytes: latin1(value['bytes']) } : undefined

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
