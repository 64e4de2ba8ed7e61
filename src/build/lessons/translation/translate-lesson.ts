import { isObject } from '../../../core/text/is-object.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { proseLimits } from '../course/reading.ts'
import type { LessonFolder } from '../files/lesson-folder.ts'
import { LessonError, type FileProblem } from '../files/lesson-error.ts'
import { readPage } from '../files/page.ts'
import type { YamlFile } from '../files/yaml.ts'
import { asTextFile, readMadeOf, readSource, translatedName, type SourceFile } from './files.ts'
import { isProse, lessonTexts, mapLessonTexts } from './lesson-texts.ts'
import { readProseTexts } from './prose-texts.ts'
import { markProblems } from './same-marks.ts'
import { staleTexts } from './stale.ts'
import { nameOf } from './text.ts'
import { readTextFile, type TextFile } from './text-file.ts'
import { translateVariants } from './variant-words.ts'

/** A lesson in another language. */
export interface Translation {
  readonly lesson: Lesson
  /** Names of texts that are older than their English. */
  readonly stale: readonly string[]
}

/**
 * Reads the translation of a lesson, `lesson.de.md` and `lesson.de.yaml` beside it, and puts its texts in the place
 * of the English ones. Worlds, names, conditions and commands are the English lesson's.
 * @param content The English lesson with its plays.
 * @returns Undefined where there is none.
 * @throws LessonError that names each text that is missing, superfluous or unlike its English.
 */
export async function translateLesson(
  folder: string,
  content: LessonFolder,
  language: string,
): Promise<Translation | undefined> {
  const [page, data] = await Promise.all(
    ['lesson.md', 'lesson.yaml'].map((name) => readSource(folder, translatedName(name, language))),
  )
  if (!page && !data) return undefined
  if (!page || !data) throw new LessonError([halfProblem((page ?? data)!, language)])
  const madeOf = await readMadeOf(folder, 'lesson', language)
  const english = content.lesson
  const { said, problems } = readTexts(page, asTextFile(data), english, language)
  if (problems.length) throw new LessonError(problems)
  const texts = mapLessonTexts(
    { ...english, language },
    ({ path, text }) => said.get(nameOf(path)) ?? text,
  )
  const lesson = withVariants(content, texts, asTextFile(data))
  const translated = lessonTexts(english).filter(({ path }) => said.has(nameOf(path)))
  return { lesson, stale: staleTexts(translated, madeOf) }
}

const halfProblem = ({ file }: SourceFile, language: string): FileProblem => ({
  file,
  message: `A translation has both, \`lesson.${language}.md\` and \`lesson.${language}.yaml\`.`,
})

function readTexts(page: SourceFile, data: TextFile, english: Lesson, language: string) {
  const texts = lessonTexts(english)
  const prose = readProseTexts(readPage(page, proseLimits(language)), page.file, english)
  const rest = readTextFile(
    { file: data.file, yaml: withoutVariants(data.yaml) },
    texts.filter(({ path }) => !isProse(path)),
  )
  const said = new Map([...prose.said, ...rest.said])
  const unlike = texts.flatMap((text): FileProblem[] => {
    const name = nameOf(text.path)
    const place = isProse(text.path)
      ? { file: page.file, ...prose.placeOf(name) }
      : { file: data.file, ...data.yaml.placeOf(text.path) }
    const own = said.get(name)
    if (own === undefined) return []
    return markProblems(text, own).map((message) => ({ ...place, key: name, message }))
  })
  return { said, problems: [...prose.problems, ...rest.problems, ...unlike] }
}

/** Words of variants are no texts. */
const withoutVariants = ({ data, placeOf }: YamlFile): YamlFile => {
  if (!isObject(data)) return { data, placeOf }
  const { variants: _, ...texts } = data
  return { data: texts, placeOf }
}

function withVariants(content: LessonFolder, lesson: Lesson, { file, yaml }: TextFile): Lesson {
  const given = isObject(yaml.data) ? yaml.data['variants'] : undefined
  const own = isWords(given) ? given : {}
  const { variants, problems } = translateVariants(content, lesson, own)
  const found = problems.map(({ path, message }): FileProblem => {
    const place = ['variants', ...path]
    return { file, ...yaml.placeOf(place), key: place.join('.'), message }
  })
  if (given !== undefined && !isWords(given))
    found.push({
      ...{ file, ...yaml.placeOf(['variants']), key: 'variants' },
      message: 'Write words below the name of each variant: `other-names: { Bobs: Bens }`.',
    })
  if (found.length) throw new LessonError(found)
  return { ...lesson, variants }
}

const isWords = (given: unknown): given is Readonly<Record<string, Record<string, string>>> =>
  isObject(given) &&
  Object.values(given).every(
    (words) => isObject(words) && Object.values(words).every((word) => typeof word === 'string'),
  )
