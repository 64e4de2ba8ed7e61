import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isObject } from '../../core/text/is-object.ts'
import { LessonError, type FileProblem } from './files/lesson-error.ts'
import { readYaml, type YamlFile } from './files/yaml.ts'
import { SOURCE } from './translation/files.ts'
import { pathsWith } from './translation/title-texts.ts'
import { translateTitles, type TranslatedTitles } from './translation/translate-titles.ts'

/** A way through the course for a purpose: some of its lessons, in an order of its own. */
export interface LearningPath {
  /** Its key in the file; kept by the learner's browser. */
  readonly id: string
  /** As a learner would say it: `I have an hour`. */
  readonly title: string
  /** What one can do at its end, in a sentence. */
  readonly about: string
  /** Slugs, in order. */
  readonly lessons: readonly string[]
  /** Minutes of all of them together, at most. */
  readonly atMost?: number
}

const FILE = 'lessons/paths.yaml'
const KEYS = ['title', 'about', 'lessons', 'atMost']

/**
 * Loads `lessons/paths.yaml`: a mapping of paths by id, each with `title`, `about` and `lessons`.
 * @param root The project's root.
 * @param slugs Of all lessons that there are: a path names no other.
 * @param language Of its texts, where `paths.de.yaml` has them; English by default.
 * @returns Nothing if there is no such file.
 * @throws LessonError that names each line and key at fault.
 */
export async function loadPaths(
  root: string,
  slugs: readonly string[],
  language = SOURCE,
): Promise<LearningPath[]> {
  const text = await readFile(join(root, FILE), 'utf8').catch(() => undefined)
  const paths = text === undefined ? [] : readPaths(text, slugs)
  if (language === SOURCE) return paths
  return (await translatePaths(root, paths, language))?.value ?? paths
}

/** Paths with the texts of another language; undefined where there are none. */
export const translatePaths = (
  root: string,
  paths: readonly LearningPath[],
  language: string,
): Promise<TranslatedTitles<LearningPath[]> | undefined> =>
  translateTitles(join(root, 'lessons'), 'paths', language, pathsWith(paths))

/** The same of the file's text. */
export function readPaths(text: string, slugs: readonly string[]): LearningPath[] {
  const yaml = readYaml(text, FILE)
  if (!isObject(yaml.data)) fail(yaml, [[[], 'Write a mapping: a name, and below it a path.']])
  const faults = Object.entries(yaml.data as Record<string, unknown>).flatMap(([id, path]) =>
    faultsOf(id, path, new Set(slugs)),
  )
  if (faults.length) fail(yaml, faults)
  return Object.entries(yaml.data as Record<string, Omit<LearningPath, 'id'>>).map(
    ([id, path]) => ({ id, ...path }),
  )
}

type Fault = readonly [path: readonly (string | number)[], message: string]

function faultsOf(id: string, path: unknown, slugs: ReadonlySet<string>): Fault[] {
  if (!/^[a-z0-9-]+$/.test(id))
    return [[[id], 'Name it with lower-case letters, digits and hyphens.']]
  if (!isObject(path)) return [[[id], 'A path has `title`, `about` and `lessons`.']]
  const { title, about, lessons, atMost } = path
  const faults: Fault[] = Object.keys(path)
    .filter((key) => !KEYS.includes(key))
    .map((key) => [[id, key], `A path has no \`${key}\`.`])
  if (typeof title !== 'string' || !title) faults.push([[id, 'title'], 'Write a text.'])
  if (typeof about !== 'string' || !about) faults.push([[id, 'about'], 'Write a text.'])
  if (atMost !== undefined && typeof atMost !== 'number')
    faults.push([[id, 'atMost'], 'Write a number of minutes.'])
  if (!Array.isArray(lessons) || lessons.length === 0)
    return [...faults, [[id, 'lessons'], 'Name at least one lesson.']]
  return [...faults, ...lessonFaults(id, lessons, slugs)]
}

const lessonFaults = (
  id: string,
  lessons: readonly unknown[],
  slugs: ReadonlySet<string>,
): Fault[] =>
  lessons.flatMap((slug, at): Fault[] => {
    const place = [id, 'lessons', at]
    if (typeof slug !== 'string' || !slugs.has(slug))
      return [[place, `There is no lesson \`${String(slug)}\`.`]]
    return lessons.indexOf(slug) < at ? [[place, `\`${slug}\` stands here twice.`]] : []
  })

function fail(yaml: YamlFile, faults: readonly Fault[]): never {
  const problems = faults.map(([path, message]): FileProblem => ({
    ...{ file: FILE, ...yaml.placeOf(path), message },
    ...(path.length > 0 && { key: path.join('.') }),
  }))
  throw new LessonError(problems)
}
