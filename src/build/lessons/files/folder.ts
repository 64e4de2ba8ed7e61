import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isObject } from '../../../core/text/is-object.ts'
import { crossCheck } from '../../../lessons/cross-check.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { readLesson, type LessonProblem } from '../../../lessons/schema.ts'
import { unknownNames } from './known-names.ts'
import { LessonError, type FileProblem } from './lesson-error.ts'
import type { Prose } from './markdown.ts'
import { cutName, readModule } from './module.ts'
import type { LessonFolder } from './lesson-folder.ts'
import { readAttempts, readSolutions } from './plays.ts'
import { proseLimits, readingMinutes } from '../course/reading.ts'
import { SOURCE } from '../translation/files.ts'
import { translateLesson } from '../translation/translate-lesson.ts'
import { readPage } from './page.ts'
import { changedWorld, type ChangedWorld } from './changed-world.ts'
import { shownPath } from './shown-path.ts'
import { readYaml, type YamlFile } from './yaml.ts'

export type { LessonFolder } from './lesson-folder.ts'

/** How a lesson is loaded. */
export interface LoadOptions {
  /** Of its texts, where they are translated; English by default, and where they are not. */
  readonly language?: string
}

/**
 * Loads one lesson from its folder `NN-module/NN-slug`.
 * @throws LessonError that names each file, line and key at fault.
 */
export async function loadLessonFolder(
  folder: string,
  { language = SOURCE }: LoadOptions = {},
): Promise<LessonFolder> {
  const content = await loadEnglish(folder)
  if (language === SOURCE) return content
  const [translation, module] = await Promise.all([
    translateLesson(folder, content, language),
    readModule(dirname(folder), language),
  ])
  return { ...content, lesson: { ...(translation?.lesson ?? content.lesson), module } }
}

async function loadEnglish(folder: string): Promise<LessonFolder> {
  const [module, files] = await Promise.all([readModule(dirname(folder)), readFiles(folder)])
  const world = await changedWorld(folder, files.data)
  const place = cutName(basename(folder))
  const lesson = checkLesson({ ...place, module, ...assemble(files, world) }, files)
  const plays = await readSolutions(folder, lesson)
  const attempts = await readAttempts(folder, lesson, plays.solution)
  return { lesson, ...plays, attempts }
}

interface Files {
  readonly front: { readonly file: string; readonly yaml: YamlFile }
  readonly prose: Prose
  /** `lesson.yaml`: world, steps, hints and variants. */
  readonly data: { readonly file: string; readonly yaml: YamlFile }
}

async function readFiles(folder: string): Promise<Files> {
  const [page, data] = await Promise.all([
    readText(folder, 'lesson.md'),
    readText(folder, 'lesson.yaml'),
  ])
  const { front, prose } = readPage(page, proseLimits())
  return {
    front: { file: page.file, yaml: front },
    prose,
    data: { file: data.file, yaml: readYaml(data.text, data.file) },
  }
}

async function readText(folder: string, name: string): Promise<{ file: string; text: string }> {
  const path = join(folder, name)
  const file = shownPath(path)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new LessonError([{ file, message: 'A lesson needs this file.' }])
  return { file, text }
}

const mapping = (data: unknown): Readonly<Record<string, unknown>> => (isObject(data) ? data : {})

function assemble({ front, prose, data }: Files, world: ChangedWorld) {
  const { steps, ...rest } = mapping(data.yaml.data)
  return {
    ...mapping(front.yaml.data),
    ...rest,
    ...{ debrief: prose.debrief, notes: prose.notes },
    ...{ steps: stepsOf(prose, steps, data), world },
  }
}

/** The steps of the text with what `lesson.yaml` says of each, in the order of the text. */
function stepsOf(prose: Prose, given: unknown, { file, yaml }: Files['data']): unknown[] {
  const said = mapping(given)
  const known = new Set(prose.steps.map(({ id }) => id))
  const strangers = Object.keys(said).filter((id) => !known.has(id))
  if (strangers.length)
    throw new LessonError(
      strangers.map((id) => ({
        file,
        ...yaml.placeOf(['steps', id]),
        key: `steps.${id}`,
        message: `No heading of lesson.md is called \`{#${id}}\`.`,
      })),
    )
  return prose.steps.map(({ id, title, html, after }) => ({
    ...mapping(said[id]),
    ...{ id, title, html, after },
  }))
}

function checkLesson(data: unknown, files: Files): Lesson {
  const reading = readLesson(data)
  const problems = reading.ok
    ? [
        ...crossCheck(reading.lesson),
        ...unknownNames(reading.lesson),
        ...readingProblems(reading.lesson, files.prose),
      ]
    : reading.problems
  if (!reading.ok || problems.length)
    throw new LessonError(problems.map((problem) => inFile(problem, files)))
  return reading.lesson
}

/** Who reads every word is done before the minutes that the lesson promises. */
function readingProblems({ minutes }: Lesson, { steps }: Prose): LessonProblem[] {
  const reading = readingMinutes(steps.reduce((sum, { words }) => sum + words, 0))
  if (reading <= minutes) return []
  const message = `To read it alone takes ${Math.ceil(reading)} minutes, and it promises ${minutes}.`
  return [{ path: ['minutes'], message }]
}

/** Where a part of the lesson stands in its folder. */
function inFile({ path, message }: LessonProblem, { front, prose, data }: Files): FileProblem {
  const [part, ...below] = path
  if (part === 'world' && below[0] === 'zones')
    return { file: data.file.replace('lesson.yaml', 'zones/'), key: below.join('.'), message }
  if (part === 'steps' && typeof below[0] === 'number') {
    const { id = '' } = prose.steps[below[0]] ?? {}
    return at(data, ['steps', id, ...below.slice(1)], message)
  }
  if (part === 'debrief') return { file: front.file, key: part, message: `${message} ${DEBRIEF}` }
  const isOfText = part !== undefined && part in mapping(front.yaml.data)
  return isOfText || !(part !== undefined && dataParts.has(String(part)))
    ? at(front, path, message)
    : at(data, path, message)
}

const dataParts = new Set(['world', 'steps', 'hints', 'variants', 'cast'])

const DEBRIEF = 'It stands under a heading `## Debrief` at the end.'

const at = (
  { file, yaml }: { readonly file: string; readonly yaml: YamlFile },
  path: LessonProblem['path'],
  message: string,
): FileProblem => ({ file, ...yaml.placeOf(path), key: path.join('.'), message })
