import {
  EVENT_ID,
  getScalarValue,
  load,
  parseEvents,
  YAMLException,
  type Event,
  type ScalarEvent,
} from 'js-yaml'
import { LessonError } from './lesson-error.ts'

/** YAML that remembers where each of its values stands. */
export interface YamlFile {
  readonly data: unknown
  /** Where the value at a path stands; the nearest value above it where there is none. */
  placeOf(path: readonly (string | number)[]): FilePlace
}

/** A place in a file, both from 1. */
export interface FilePlace {
  readonly line: number
  readonly column: number
}

/** Characters of a file that is read. */
const MAX_FILE = 1 << 20

const TOO_LARGE = 'The file is too large: at most 1 MiB is read.'

/**
 * Reads one YAML document.
 * @param file Named in the error.
 * @param startLine The line of `file` that the text starts on, from 1.
 * @throws LessonFault with its line, if the text is no YAML.
 */
export function readYaml(text: string, file: string, startLine = 1): YamlFile {
  if (text.length > MAX_FILE) throw new LessonError([{ file, line: startLine, message: TOO_LARGE }])
  try {
    const data = load(text)
    const offsets = new Map<string, number>()
    const events = parseEvents(text, {})
    readNode({ events, text, offsets, at: 1 }, [])
    return { data, placeOf: (path) => placeAt(text, nearest(offsets, path), startLine) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    throw new LessonError([
      {
        file,
        line: startLine + (error.mark?.line ?? 0),
        column: 1 + (error.mark?.column ?? 0),
        message: `This is no YAML: ${error.reason}.`,
      },
    ])
  }
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

/**
 * The place of a character of a text.
 * @param startLine The line of the file that the text starts on.
 */
export function placeAt(text: string, offset: number, startLine = 1): FilePlace {
  const before = text.slice(0, offset)
  return {
    line: startLine + before.split('\n').length - 1,
    column: offset - before.lastIndexOf('\n'),
  }
}
