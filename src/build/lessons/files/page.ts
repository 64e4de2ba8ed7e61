import type { ProseLimits } from '../course/reading.ts'
import { cutFrontMatter, FRONT_MATTER_LINE } from './front-matter.ts'
import { LessonError } from './lesson-error.ts'
import { renderProse, type Prose, type StepProse } from './markdown.ts'
import { readYaml, type YamlFile } from './yaml.ts'

/** `lesson.md`, or the same in another language. */
export interface LessonPage {
  readonly front: YamlFile
  readonly prose: Prose
  /** The line of the file that a line of its prose is, both from 1. */
  lineOf(line: number): number
}

/**
 * Reads a page of prose.
 * @param limits Of the language it is in.
 * @throws LessonError with each step that is too long, hard to read or without a name.
 */
export function readPage(
  { file, text: source }: { readonly file: string; readonly text: string },
  limits: ProseLimits,
): LessonPage {
  const { yaml, text } = cutFrontMatter(source, file)
  const prose = renderProse(text)
  const before = source.slice(0, source.length - text.length).split('\n').length - 1
  const lineOf = (line: number): number => before + line
  const problems = prose.steps.flatMap((step) =>
    stepProblems(step, limits).map((message) => ({ file, line: lineOf(step.line), message })),
  )
  if (prose.stray)
    problems.push({ file, line: lineOf(1), message: 'Write the text under the heading of a step.' })
  if (problems.length) throw new LessonError(problems)
  return { front: readYaml(yaml, file, FRONT_MATTER_LINE), prose, lineOf }
}

/** A step has a name and is short. */
function stepProblems(
  { id, title, words, text }: StepProse,
  { most, hardness }: ProseLimits,
): string[] {
  const hard = hardness?.(text)
  return [
    ...(id ? [] : [`Give “${title}” a name: \`## ${title} {#name}\`.`]),
    ...(words > most ? [`“${title}” has ${words} words, and ${most} is the most.`] : []),
    ...(hard === undefined ? [] : [`“${title}” ${hard}: shorter sentences, shorter words.`]),
  ]
}
