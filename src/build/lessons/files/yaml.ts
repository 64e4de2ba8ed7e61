import { load, YAMLException } from 'js-yaml'
import { yamlPlaces } from '../../../lab/own-world/yaml-places.ts'
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
    const placeIn = yamlPlaces(text)
    return { data, placeOf: (path) => placeAt(text, placeIn(path), startLine) }
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
