import { readFile, writeFile } from 'node:fs/promises'
import { dump } from 'js-yaml'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { isObject } from '../../../core/text/is-object.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { loadLessonFolder } from '../files/folder.ts'
import { cutFrontMatter } from '../files/front-matter.ts'
import { readPage } from '../files/page.ts'
import { asTextFile, madeOfName, readMadeOf, readSource, translatedName } from './files.ts'
import { isProse, lessonTexts } from './lesson-texts.ts'
import { readProseTexts } from './prose-texts.ts'
import { isTranslated } from './same-marks.ts'
import { staleTexts } from './stale.ts'
import { digestOf, nameOf, type Text } from './text.ts'
import { readTextFile } from './text-file.ts'
import { madeOfNow, writeTexts } from './write-texts.ts'

/** What is left to do in a translation. */
export interface Rest {
  readonly missing: readonly string[]
  readonly stale: readonly string[]
}

/**
 * Writes what a translation of a lesson lacks: its files where there are none, and in `lesson.de.yaml` each missing
 * or changed text below its English. What was translated stays.
 * @param agrees What is translated fits the English of now: nothing is older than it any more.
 */
export async function writeTranslation(
  folder: string,
  language: string,
  agrees = false,
): Promise<Rest> {
  const { lesson } = await loadLessonFolder(folder)
  const texts = lessonTexts(lesson)
  await writePage(folder, language, lesson)
  const data = await readSource(folder, translatedName('lesson.yaml', language))
  const file = data && asTextFile(data)
  const ofFile = texts.filter(({ path }) => !isProse(path))
  const said = new Map([
    ...(await proseOf(folder, language, lesson)),
    ...(file ? readTextFile(file, ofFile).said : []),
  ])
  const progress = { said, madeOf: await readMadeOf(folder, 'lesson', language) }
  const madeOf = madeOfNow(texts, progress, digestOf, agrees)
  const after = { said, madeOf: new Map(Object.entries(madeOf)) }
  const variants = isObject(file?.yaml.data) ? file.yaml.data['variants'] : undefined
  await writeFormatted(
    join(folder, translatedName('lesson.yaml', language)),
    `${writeTexts(ofFile, after)}${variantsOf(lesson, variants)}`,
  )
  await writeFormatted(join(folder, madeOfName('lesson', language)), JSON.stringify(madeOf))
  return restOf(texts, after)
}

/**
 * The same for a file with texts alone: `module.yaml`, `paths.yaml`.
 * @param stem `module` or `paths`.
 */
export async function writeTitles(
  folder: string,
  stem: string,
  language: string,
  texts: readonly Text[],
  agrees = false,
): Promise<Rest> {
  const data = await readSource(folder, translatedName(`${stem}.yaml`, language))
  const said = data ? readTextFile(asTextFile(data), texts).said : new Map<string, string>()
  const progress = { said, madeOf: await readMadeOf(folder, stem, language) }
  const madeOf = madeOfNow(texts, progress, digestOf, agrees)
  const after = { said, madeOf: new Map(Object.entries(madeOf)) }
  await writeFormatted(
    join(folder, translatedName(`${stem}.yaml`, language)),
    writeTexts(texts, after),
  )
  await writeFormatted(join(folder, madeOfName(stem, language)), JSON.stringify(madeOf))
  return restOf(texts, after)
}

function restOf(texts: readonly Text[], { said, madeOf }: Parameters<typeof writeTexts>[1]): Rest {
  const missing = texts.filter(
    (text) => !text.optional && !isTranslated(text, said.get(nameOf(text.path))),
  )
  const done = texts.filter((text) => isTranslated(text, said.get(nameOf(text.path))))
  return { missing: missing.map(({ path }) => nameOf(path)), stale: staleTexts(done, madeOf) }
}

/** A page to begin with has the English prose: it is written over, step by step. */
async function writePage(folder: string, language: string, lesson: Lesson): Promise<void> {
  const name = translatedName('lesson.md', language)
  if (await readSource(folder, name)) return
  const source = await readFile(join(folder, 'lesson.md'), 'utf8')
  const { text } = cutFrontMatter(source, 'lesson.md')
  const { title, objective, misconception } = lesson
  const front = dump({ title, objective, misconception }, { lineWidth: -1 })
  await writeFile(join(folder, name), `---\n${front}---\n${text}`)
}

async function proseOf(
  folder: string,
  language: string,
  lesson: Lesson,
): Promise<ReadonlyMap<string, string>> {
  const page = await readSource(folder, translatedName('lesson.md', language))
  if (!page) return new Map()
  const read = readPage(page, { most: Infinity })
  return readProseTexts(read, page.file, lesson).said
}

/** The words of variants as they stand; where none do, those of the English lesson as a comment. */
function variantsOf({ variants }: Lesson, given: unknown): string {
  if (given !== undefined) return dump({ variants: given }, { lineWidth: -1 })
  const words = variants.map(({ id, swap }) => {
    const pairs = Object.entries(swap).map(([word, other]) => `${word}: ${other}`)
    return `# variants, ${id}, en: ${pairs.join(', ').replace(/\s+/g, ' ')}\n`
  })
  return words.join('')
}

/** Writes a file as the project sets its files. */
async function writeFormatted(path: string, text: string): Promise<void> {
  const config = await resolveConfig(join(import.meta.dirname, 'any.yaml'))
  await writeFile(path, await format(text, { ...config, filepath: path }))
}
