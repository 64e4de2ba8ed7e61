import { lessonFiles } from './lesson-text.ts'
import { readLessonName, sentenceCase } from './names.ts'
import { refuse, type Plan, type Project, type Refusal } from './plan.ts'

/** Plans a lesson: a whole one that proves itself, to be changed into the one that is meant. */
export function planLesson(project: Project, typed: string | undefined): Plan | Refusal {
  const read = readLessonName(typed)
  if (!read.ok) return read
  const { module, folder, slug } = read
  const path = `lessons/${module}/${folder}`
  const taken = takenBy(project, read)
  if (taken) return refuse(taken)
  const isNew = project.list(`lessons/${module}`).length === 0
  const title = sentenceCase(module.slice('00-'.length))
  return {
    ok: true,
    files: [
      ...(isNew ? [{ path: `lessons/${module}/module.yaml`, text: `title: ${title}\n` }] : []),
      ...lessonFiles(sentenceCase(slug)).map((file) => ({ ...file, path: `${path}/${file.path}` })),
    ],
    next: [
      `Change ${path} into the lesson that you mean: prose, world, steps, hints, solution, attempts.`,
      'For an editor that knows YAML: npm run docs:lesson-schema. A worked example: docs/authoring.md.',
      `Then: npm run prove -- ${folder}`,
    ],
  }
}

interface Wanted {
  readonly module: string
  readonly folder: string
  readonly slug: string
}

/** Numbers order modules and lessons, and a slug is an address: each is there once. */
function takenBy(project: Project, { module, folder, slug }: Wanted): string | undefined {
  const modules = project.list('lessons').filter((name) => /^\d/.test(name))
  const sameNumber = (names: readonly string[], name: string) =>
    names.find((other) => other !== name && other.slice(0, 3) === name.slice(0, 3))
  const otherModule = sameNumber(modules, module)
  if (otherModule) return `The number of ${module} is that of ${otherModule}: choose another.`
  for (const each of modules) {
    const same = project.list(`lessons/${each}`).find((name) => name.replace(/^\d+-/, '') === slug)
    if (same) return `There is a lesson ${slug} already: lessons/${each}/${same}`
  }
  const otherLesson = sameNumber(project.list(`lessons/${module}`), folder)
  return otherLesson && `The number of ${folder} is that of ${otherLesson}: choose another.`
}
