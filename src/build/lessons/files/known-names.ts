import type { Lesson, Step } from '../../../lessons/lesson.ts'
import type { LessonProblem } from '../../../lessons/schema.ts'
import { allRules } from '../../../lint/all-rules.ts'
import { isCause } from '../mutants/causes.ts'

/** What a lesson names of the engines and of the proof must be there. */
export const unknownNames = (lesson: Lesson): LessonProblem[] => [
  ...causeProblems(lesson),
  ...lesson.steps.flatMap(quietProblems),
]

/** A hint answers mistakes that can be made. */
const causeProblems = ({ hints }: Lesson): LessonProblem[] =>
  hints.flatMap(({ answers }, at) =>
    answers.flatMap((name, index) =>
      isCause(name)
        ? []
        : [
            {
              path: ['hints', at, 'answers', index],
              message: `No small mistake is called \`${name}\`: see src/build/lessons/mutants/causes.ts.`,
            },
          ],
    ),
  )

const severityOf = new Map(allRules.map(({ code, severity }) => [code, severity]))

/** A rule that is kept quiet is one that there is, and no error: an error says why nothing works. */
const quietProblems = ({ quiet = [] }: Step, step: number): LessonProblem[] =>
  quiet.flatMap((code, index) => {
    const severity = severityOf.get(code)
    const path = ['steps', step, 'quiet', index]
    if (severity === undefined) return [{ path, message: `No rule is called \`${code}\`.` }]
    if (severity !== 'error') return []
    return [
      { path, message: `\`${code}\` is an error: it says why nothing works, and cannot rest.` },
    ]
  })
