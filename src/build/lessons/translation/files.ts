import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LessonError } from '../files/lesson-error.ts'
import { shownPath } from '../files/shown-path.ts'
import { readYaml } from '../files/yaml.ts'
import type { TextFile } from './text-file.ts'

/** The language that lessons are written in. */
export const SOURCE = 'en'

/** A file of a translation: `lesson.yaml` in `de` is `lesson.de.yaml`. */
export const translatedName = (name: string, language: string): string =>
  name.replace(/\.(\w+)$/, `.${language}.$1`)

/** Digests of the English texts that a translation was made of: `lesson.de.made-of.json`. */
export const madeOfName = (stem: string, language: string): string =>
  `${stem}.${language}.made-of.json`

/** The languages that a folder has translations in, sorted. */
export async function languagesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const found = names.flatMap(
    (name) => /^[a-z]+\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.(?:md|yaml)$/.exec(name)?.[1] ?? [],
  )
  return [...new Set(found)].toSorted()
}

export interface SourceFile {
  readonly file: string
  readonly text: string
}

/** Reads a file of a folder; undefined where there is none. */
export async function readSource(folder: string, name: string): Promise<SourceFile | undefined> {
  const path = join(folder, name)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : { file: shownPath(path), text }
}

export const asTextFile = ({ file, text }: SourceFile): TextFile => ({
  file,
  yaml: readYaml(text, file),
})

/** Digests by the name of a text; none where there is no such file. */
export async function readMadeOf(
  folder: string,
  stem: string,
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const source = await readSource(folder, madeOfName(stem, language))
  if (!source) return new Map()
  try {
    return new Map(Object.entries(JSON.parse(source.text) as Record<string, string>))
  } catch {
    throw new LessonError([
      { file: source.file, message: 'This is no JSON: delete it, and have it written anew.' },
    ])
  }
}
