import { EVENT_ID, getScalarValue, parseEvents, type Event, type ScalarEvent } from 'js-yaml'

/** Where each value of a YAML text stands: the path to it, and the nearest place above where there is none. */
export type PlaceOf = (path: readonly (string | number)[]) => number

/** @param text That can be read as YAML. @throws YAMLException where it cannot. */
export function yamlPlaces(text: string): PlaceOf {
  const offsets = new Map<string, number>()
  const events = parseEvents(text, {})
  readNode({ events, text, offsets, at: 1 }, [])
  return (path) => nearest(offsets, path)
}

interface Reader {
  readonly events: readonly Event[]
  readonly text: string
  readonly offsets: Map<string, number>
  at: number
}

/** Reads the node at `at` and all below it, noting where each starts. */
function readNode(reader: Reader, path: readonly (string | number)[]): void {
  const event = reader.events[reader.at++]
  if (!event || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return
  if (!reader.offsets.has(keyOf(path))) reader.offsets.set(keyOf(path), startOf(event))
  if (event.type === EVENT_ID.SEQUENCE)
    for (let index = 0; !isEnd(reader); index++) readNode(reader, [...path, index])
  else if (event.type === EVENT_ID.MAPPING) while (!isEnd(reader)) readPair(reader, path)
}

/** Steps over the event that closes a collection. */
function isEnd(reader: Reader): boolean {
  const event = reader.events[reader.at]
  if (event && event.type !== EVENT_ID.POP) return false
  reader.at++
  return true
}

/** A value is where its key is: that is the line a person looks for. */
function readPair(reader: Reader, path: readonly (string | number)[]): void {
  const key = reader.events[reader.at] as ScalarEvent
  const below = [...path, getScalarValue(reader.text, key)]
  reader.offsets.set(keyOf(below), key.valueStart)
  reader.at++
  readNode(reader, below)
}

function startOf(event: Event): number {
  if ('valueStart' in event) return event.valueStart
  return 'start' in event ? event.start : 0
}

const keyOf = (path: readonly (string | number)[]): string => JSON.stringify(path.map(String))

function nearest(offsets: ReadonlyMap<string, number>, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const offset = offsets.get(keyOf(path.slice(0, length)))
    if (offset !== undefined) return offset
  }
  return 0
}
