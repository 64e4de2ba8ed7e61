import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LessonError } from './lesson-error.ts'
import { readYaml } from './yaml.ts'
import { shownPath } from './shown-path.ts'

export interface ModuleOfLessons {
  readonly number: number
  readonly slug: string
  readonly title: string
}

/** Reads `NN-slug/module.yaml`, whose only key is `title`. */
export async function readModule(folder: string): Promise<ModuleOfLessons> {
  const path = join(folder, 'module.yaml')
  const file = shownPath(path)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new LessonError([
      { file, message: 'A folder of lessons needs this file with a `title`.' },
    ])
  const { data } = readYaml(text, file)
  const title: unknown = (data as { title?: unknown } | null)?.title
  if (typeof title !== 'string' || title === '')
    throw new LessonError([{ file, line: 1, key: 'title', message: 'Write a text.' }])
  return { ...cutName(basename(folder)), title }
}

/** `02-speak-smtp` ▶ 2 and `speak-smtp`. */
export function cutName(name: string): { readonly number: number; readonly slug: string } {
  const [, number = '0', slug = name] = /^(\d+)-(.+)$/.exec(name) ?? []
  return { number: Number(number), slug }
}
