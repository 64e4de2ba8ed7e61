import { isObject } from '../../core/text/is-object.ts'
import { number } from '../../core/json/codec.ts'
import { kindNamed, type WorldEvent } from '../events/index.ts'

/** An event as a JSON value; octets are text of one UTF-16 unit an octet. */
export function eventToJson(event: WorldEvent): unknown {
  const body = kindNamed(event.type)!.codec.toJson(event as never)
  return { at: event.at, ...(body as object) }
}

/** @returns `undefined` where the JSON value is no event. Never throws. */
export function eventFromJson(json: unknown): WorldEvent | undefined {
  if (!isObject(json)) return undefined
  const at = number.fromJson(json['at'])
  const body = kindNamed(String(json['type']))?.codec.fromJson(json)
  return at === undefined || body === undefined ? undefined : { ...(body as WorldEvent), at }
}

/** An event as one line of JSON. */
export const formatEvent = (event: WorldEvent): string => JSON.stringify(eventToJson(event))

/** Reads what `formatEvent` wrote. @returns `undefined` where it is no event. Never throws. */
export function parseEvent(line: string): WorldEvent | undefined {
  try {
    return eventFromJson(JSON.parse(line))
  } catch {
    return undefined
  }
}
