import { termOf } from '../../../lessons/terms/index.ts'
import { isObject } from '../../../core/text/is-object.ts'
import type { Lesson, Step } from '../../../lessons/lesson.ts'
import type { LessonProblem } from '../../../lessons/schema.ts'
import { allRules } from '../../../lint/all-rules.ts'
import { settingNamed } from '../../../world/settings/all-settings.ts'
import { readSettings } from '../../../world/settings/read.ts'
import type { Setting } from '../../../world/settings/setting.ts'
import { parseSettings } from '../../../world/settings/tree.ts'
import type { WorldSpec } from '../../../world/spec.ts'
import { isCause } from '../mutants/causes.ts'

/** What a lesson names of the engines and of the proof must be there. */
export const unknownNames = (lesson: Lesson): LessonProblem[] => [
  ...causeProblems(lesson),
  ...lesson.steps.flatMap(quietProblems),
  ...lesson.steps.flatMap(termProblems),
  ...settingProblems(lesson, []),
  ...fixedProblems(lesson.world),
]

/** Settings that the learner may not change must be right: the learner cannot fix them. */
const fixedProblems = ({ documents = [], hosts }: WorldSpec): LessonProblem[] =>
  documents.flatMap((document, at) => {
    const host = hosts.find(({ name }) => name === document.name)
    const { file } = document
    if (document.editable || document.kind !== 'settings' || !host) return []
    const { diagnostics } = readSettings(host, document.text, file)
    return diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => ({
        path: ['world', 'documents', at],
        message: `${file} is not editable, but has a fault: ${message}`,
      }))
  })

/** Every condition `setting`, wherever it stands, names a setting that there is, and a value as it is printed. */
function settingProblems(value: unknown, path: LessonProblem['path']): LessonProblem[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => settingProblems(one, [...path, at]))
  if (!isObject(value)) return []
  const inside = Object.entries(value).flatMap(([key, one]) =>
    key === 'world' ? [] : settingProblems(one, [...path, key]),
  )
  return value['kind'] === 'setting' ? [...inside, ...settingProblem(value, path)] : inside
}

function settingProblem(
  { name, value, has }: Readonly<Record<string, unknown>>,
  path: LessonProblem['path'],
): LessonProblem[] {
  const setting = settingNamed(String(name))
  if (!setting)
    return [
      {
        path: [...path, 'name'],
        message: `No setting is called \`${String(name)}\`: see docs/settings.md.`,
      },
    ]
  if (value === undefined && has === undefined)
    return [{ path, message: 'Say which `value` it needs, or what its list `has`.' }]
  const wanted = [value ?? [], has ?? []]
    .flat()
    .map(String)
    .filter((one) => one !== '')
  return wanted.flatMap((text) => {
    const printed = asPrinted(setting, text)
    return printed === text
      ? []
      : [
          {
            path,
            message: `Write the value as it is printed: \`${printed ?? setting.type.syntax}\`.`,
          },
        ]
  })
}

/** A value as a host would print it; undefined where it cannot be read. */
function asPrinted({ type }: Setting, text: string): string | undefined {
  const [entry] = parseSettings(`x = ${text}`).entries
  const data = entry && type.read(entry.value, () => undefined)
  return data === undefined
    ? undefined
    : type
        .print(data)
        .filter((line) => line !== '')
        .join(', ')
}

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

const termProblems = ({ terms }: Step, step: number): LessonProblem[] =>
  (typeof terms === 'object' ? terms.off : []).flatMap((id, index) =>
    termOf(id)
      ? []
      : [
          {
            path: ['steps', step, 'terms', 'off', index],
            message: `The glossary has no term \`${id}\`.`,
          },
        ],
  )
