import { isObject } from '../../../core/text/is-object.ts'
import type { FileProblem } from '../files/lesson-error.ts'
import type { YamlFile } from '../files/yaml.ts'
import { nameOf, type Text, type TextPath } from './text.ts'

/** A file of a translation: YAML with texts alone, by the keys that their English has. */
export interface TextFile {
  readonly file: string
  readonly yaml: YamlFile
}

/** Texts of a translation by name, and what is wrong with its file. */
export interface Reading {
  readonly said: ReadonlyMap<string, string>
  readonly problems: readonly FileProblem[]
}

/**
 * Reads the texts of a file: each that is wanted, once, and no other.
 * @param wanted The English ones.
 */
export function readTextFile({ file, yaml }: TextFile, wanted: readonly Text[]): Reading {
  const given = new Map(leavesOf(yaml.data, []).map((leaf) => [nameOf(leaf.path), leaf]))
  const problemAt = (path: TextPath, message: string): FileProblem => ({
    ...{ file, ...yaml.placeOf(path), message },
    ...(path.length > 0 && { key: nameOf(path) }),
  })
  const said = new Map<string, string>()
  const problems: FileProblem[] = []
  for (const { path, text, optional } of wanted) {
    const name = nameOf(path)
    const leaf = given.get(name)
    given.delete(name)
    const isText = typeof leaf?.value === 'string' && leaf.value.trim() !== ''
    if (isText) said.set(name, String(leaf.value).trim())
    else if (leaf && isPresent(leaf.value)) problems.push(problemAt(path, 'Write a text.'))
    else if (!optional) problems.push(problemAt(path, `It is missing: ${shown(text)}`))
  }
  for (const { path } of given.values())
    if (!isAbove(path, wanted))
      problems.push(problemAt(path, 'The English lesson has no such text.'))
  return { said, problems }
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** An empty mapping or list stands for the texts below it, which are missing one by one. */
const isAbove = (path: TextPath, wanted: readonly Text[]): boolean =>
  wanted.some((text) => path.every((key, at) => text.path[at] === key))

interface Leaf {
  readonly path: TextPath
  readonly value: unknown
}

function leavesOf(value: unknown, path: TextPath): Leaf[] {
  const below = Array.isArray(value) || isObject(value) ? Object.entries(value) : []
  return below.length
    ? below.flatMap(([key, one]) => leavesOf(one, [...path, key]))
    : [{ path, value }]
}

/** As much of an English text as an error needs. */
function shown(text: string): string {
  const bare = text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
  return bare.length > MOST ? `“${bare.slice(0, MOST)} …”` : `“${bare}”`
}

const MOST = 60
