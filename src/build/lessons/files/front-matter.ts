import { LessonError } from './lesson-error.ts'

export interface FrontMatter {
  /** The YAML between the lines of three hyphens. */
  readonly yaml: string
  /** What follows. */
  readonly text: string
}

/** The line of the file that the YAML of a front matter starts on. */
export const FRONT_MATTER_LINE = 2

/** Cuts a Markdown file in its front matter and its text. */
export function cutFrontMatter(source: string, file: string): FrontMatter {
  const found = /^---\r?\n([\s\S]*?\n)---\r?\n/.exec(source)
  if (!found)
    throw new LessonError([
      { file, line: 1, message: 'Start with a front matter: `---`, its keys, and `---` again.' },
    ])
  return { yaml: found[1]!, text: source.slice(found[0].length) }
}
