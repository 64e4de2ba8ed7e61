import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isObject } from '../../../core/text/is-object.ts'
import { crossCheck } from '../../../lessons/cross-check.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { readLesson, type LessonProblem } from '../../../lessons/schema.ts'
import { LessonError, type FileProblem } from './lesson-error.ts'
import { cutFrontMatter, FRONT_MATTER_LINE } from './front-matter.ts'
import { renderProse } from './markdown.ts'
import { cutName, readModule } from './module.ts'
import { readAttempts, readSolution, type Attempt, type Play } from './plays.ts'
import { shownPath } from './shown-path.ts'
import { readYaml, type YamlFile } from './yaml.ts'

/** A lesson together with what proves it. */
export interface LessonFolder {
  readonly lesson: Lesson
  readonly solution: Play
  readonly attempts: readonly Attempt[]
}

/**
 * Loads one lesson from its folder `NN-module/NN-slug`.
 * @throws LessonFault that names each file, line and key at fault.
 */
export async function loadLessonFolder(folder: string): Promise<LessonFolder> {
  const [module, files, zones] = await Promise.all([
    readModule(dirname(folder)),
    readFiles(folder),
    readZones(join(folder, 'zones')),
  ])
  const lesson = checkLesson(
    { ...cutName(basename(folder)), module, ...assemble(files, zones) },
    files,
  )
  const [solution, attempts] = await Promise.all([
    readSolution(folder, lesson),
    readAttempts(folder, lesson),
  ])
  return { lesson, solution, attempts }
}

type Files = Awaited<ReturnType<typeof readFiles>>

async function readFiles(folder: string) {
  const [page, world, goals, hints] = await Promise.all(
    ['lesson.md', 'world.yaml', 'goals.yaml', 'hints.yaml'].map((name) => readText(folder, name)),
  )
  const { yaml, text } = cutFrontMatter(page!.text, page!.file)
  return {
    front: { file: page!.file, yaml: readYaml(yaml, page!.file, FRONT_MATTER_LINE) },
    prose: renderProse(text),
    world: { file: world!.file, yaml: readYaml(world!.text, world!.file) },
    goals: { file: goals!.file, yaml: readYaml(goals!.text, goals!.file) },
    hints: { file: hints!.file, yaml: readYaml(hints!.text, hints!.file) },
  }
}

async function readText(folder: string, name: string): Promise<{ file: string; text: string }> {
  const path = join(folder, name)
  const file = shownPath(path)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new LessonError([{ file, message: 'A lesson needs this file.' }])
  return { file, text }
}

/** Zone texts by origin: `example.org.zone` holds `example.org`. */
async function readZones(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => [])
  const zones = names.filter((name) => name.endsWith('.zone')).toSorted()
  const texts = await Promise.all(zones.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(zones.map((name, at) => [name.slice(0, -'.zone'.length), texts[at]!]))
}

const mapping = (data: unknown): Readonly<Record<string, unknown>> => (isObject(data) ? data : {})

function assemble(
  { front, prose, world, goals, hints }: Files,
  zones: ReadonlyMap<string, string>,
) {
  const { editable: names, ...rest } = mapping(world.yaml.data)
  const editable = editableZones(names, zones, world)
  const { ladder, targeted, ...unknown } = mapping(hints.yaml.data)
  const extra = Object.keys(unknown).map((key): FileProblem => ({
    file: hints.file,
    line: hints.yaml.lineOf([key]),
    key,
    message: 'Here stand `ladder` and `targeted` only.',
  }))
  if (extra.length) throw new LessonError(extra)
  return {
    ...mapping(front.yaml.data),
    ...prose,
    goals: goals.yaml.data,
    ladder,
    hints: targeted,
    world: {
      ...rest,
      zones: [...zones].map(([origin, text]) => ({ origin, text, editable: editable.has(origin) })),
    },
  }
}

function editableZones(
  names: unknown,
  zones: ReadonlyMap<string, string>,
  { file, yaml }: Files['world'],
): ReadonlySet<string> {
  const list: unknown[] = Array.isArray(names) ? names : names === undefined ? [] : [names]
  const unknown = list.filter((name) => typeof name !== 'string' || !zones.has(name))
  if (unknown.length)
    throw new LessonError(
      unknown.map((name) => ({
        file,
        line: yaml.lineOf(['editable', list.indexOf(name)]),
        key: 'editable',
        message: `There is no file \`zones/${String(name)}.zone\`.`,
      })),
    )
  return new Set(list as string[])
}

function checkLesson(data: unknown, files: Files): Lesson {
  const reading = readLesson(data)
  const problems = reading.ok ? crossCheck(reading.lesson) : reading.problems
  if (!reading.ok || problems.length)
    throw new LessonError(problems.map((problem) => inFile(problem, files)))
  return reading.lesson
}

/** Where a part of the lesson stands in its folder. */
function inFile({ path, message }: LessonProblem, files: Files): FileProblem {
  const [part, ...below] = path
  if (part === 'world' && below[0] === 'zones')
    return { file: files.world.file.replace('world.yaml', 'zones/'), key: below.join('.'), message }
  if (part === 'world') return at(files.world, below, message)
  if (part === 'goals') return at(files.goals, below, message)
  if (part === 'ladder') return at(files.hints, path, message)
  if (part === 'hints') return at(files.hints, ['targeted', ...below], message)
  if (part === 'debrief' || part === 'html')
    return { file: files.front.file, key: part, message: `${message} ${proseAdvice[part]}` }
  return at(files.front, path, message)
}

const proseAdvice = {
  html: 'The lesson’s text follows the front matter.',
  debrief: 'It stands under a heading `## Debrief` at the end.',
}

const at = (
  { file, yaml }: { readonly file: string; readonly yaml: YamlFile },
  path: LessonProblem['path'],
  message: string,
): FileProblem => ({ file, line: yaml.lineOf(path), key: path.join('.'), message })
