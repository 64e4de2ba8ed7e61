import { LessonError } from '../files/lesson-error.ts'
import { asTextFile, readMadeOf, readSource, translatedName } from './files.ts'
import { staleTexts } from './stale.ts'
import { collect, nameOf, type Visit } from './text.ts'
import { readTextFile } from './text-file.ts'

/** Something with its texts in another language. */
export interface TranslatedTitles<Value> {
  readonly value: Value
  /** Names of texts that are older than their English. */
  readonly stale: readonly string[]
}

/**
 * Puts the texts of a file as `module.de.yaml` or `paths.de.yaml` in the place of the English ones.
 * @param stem `module` or `paths`.
 * @param map The thing with other texts.
 * @returns Undefined where there is no such file.
 * @throws LessonError that names each text that is missing or superfluous.
 */
export async function translateTitles<Value>(
  folder: string,
  stem: string,
  language: string,
  map: (visit: Visit) => Value,
): Promise<TranslatedTitles<Value> | undefined> {
  const source = await readSource(folder, translatedName(`${stem}.yaml`, language))
  if (!source) return undefined
  const texts = collect(map)
  const { said, problems } = readTextFile(asTextFile(source), texts)
  if (problems.length) throw new LessonError(problems)
  const value = map(({ path, text }) => said.get(nameOf(path)) ?? text)
  return { value, stale: staleTexts(texts, await readMadeOf(folder, stem, language)) }
}
