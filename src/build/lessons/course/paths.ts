import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { problemsOf } from '../../../lessons/schema.ts'
import { slug, text } from '../../../lessons/schema-values.ts'
import { LessonError } from '../files/lesson-error.ts'
import { readYaml } from '../files/yaml.ts'

/** Lessons in an order for somebody who wants one thing. */
export interface LearningPath {
  readonly id: string
  /** In the words of who takes it: `I have an hour`. */
  readonly title: string
  readonly about: string
  /** Slugs, in order. */
  readonly lessons: readonly string[]
  /** Minutes of all of them together, at most. */
  readonly atMost?: number
  /** Of `lessons/paths.yaml`. */
  readonly line: number
}

const pathsSchema = v.array(
  v.strictObject({
    ...{ id: slug, title: text, about: text },
    lessons: v.pipe(v.array(slug), v.minLength(1, 'Name at least one lesson.')),
    atMost: v.exactOptional(v.number()),
  }),
)

const FILE = 'lessons/paths.yaml'

/** Reads `lessons/paths.yaml`. @returns Nothing where there is no such file. */
export async function loadPaths(root: string): Promise<LearningPath[]> {
  const source = await readFile(join(root, FILE), 'utf8').catch(() => undefined)
  if (source === undefined) return []
  const { data, placeOf } = readYaml(source, FILE)
  const read = v.safeParse(pathsSchema, data)
  if (!read.success)
    throw new LessonError(
      read.issues.flatMap(problemsOf).map(({ path, message }) => ({
        ...{ file: FILE, ...placeOf(path), key: path.join('.') },
        message,
      })),
    )
  return read.output.map((one, at) => ({ ...one, line: placeOf([at]).line }))
}
