import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LessonError } from './lesson-error.ts'
import { readYaml } from './yaml.ts'
import { SOURCE } from '../translation/files.ts'
import { moduleWith } from '../translation/title-texts.ts'
import { translateTitles } from '../translation/translate-titles.ts'
import { shownPath } from './shown-path.ts'

export interface ModuleOfLessons {
  readonly number: number
  readonly slug: string
  readonly title: string
}

/**
 * Reads `NN-slug/module.yaml`, whose only key is `title`.
 * @param language Of the title, where `module.de.yaml` has it; English by default.
 */
export async function readModule(folder: string, language = SOURCE): Promise<ModuleOfLessons> {
  const module = await readEnglish(folder)
  if (language === SOURCE) return module
  const translated = await translateModule(folder, module, language)
  return translated?.value ?? module
}

/** A module with the title of another language; undefined where there is none. */
export const translateModule = (folder: string, module: ModuleOfLessons, language: string) =>
  translateTitles(folder, 'module', language, moduleWith(module))

async function readEnglish(folder: string): Promise<ModuleOfLessons> {
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
