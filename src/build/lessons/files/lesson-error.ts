/** What is wrong with a lesson's file, and where. */
export interface FileProblem {
  /** Relative to the folder of all lessons' parent: `lessons/01-journey/…/goals.yaml`. */
  readonly file: string
  /** From 1. */
  readonly line?: number
  /** From 1. */
  readonly column?: number
  /** The keys on the way to the value: `0.when.code`. */
  readonly key?: string
  readonly message: string
}

/** A lesson or a world that cannot be loaded; its message has a line for every problem. */
export class LessonError extends Error {
  override readonly name = 'LessonFault'
  readonly problems: readonly FileProblem[]

  constructor(problems: readonly FileProblem[]) {
    super(problems.map(oneLine).join('\n'))
    this.problems = problems
  }
}

function oneLine({ file, line, column, key, message }: FileProblem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return key ? `${place} (${key}): ${message}` : `${place}: ${message}`
}
