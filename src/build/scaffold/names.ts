import { refuse, type Refusal } from './plan.ts'

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const numbered = /^(\d{2})-(.+)$/

/** `spf/terms-after-all` in its two parts. */
export interface AreaName {
  readonly ok: true
  readonly area: string
  readonly name: string
}

/** @param example What a right name looks like, for the sentence of a refusal. */
export function readAreaName(typed: string | undefined, example: string): AreaName | Refusal {
  if (!typed) return refuse(`It needs a name, such as ${example}.`)
  const [area = '', name = '', ...more] = typed.split('/')
  if (more.length > 0 || !kebab.test(area) || !kebab.test(name))
    return refuse(
      `"${typed}" is no name of this kind: write lowercase letters, digits and hyphens, such as ${example}.`,
    )
  return { ok: true, area, name }
}

/** `04-spf/05-my-lesson` in its parts. */
export interface LessonName {
  readonly ok: true
  readonly module: string
  readonly folder: string
  readonly slug: string
}

export function readLessonName(typed: string | undefined): LessonName | Refusal {
  const example = '04-spf/05-my-lesson'
  if (!typed) return refuse(`It needs a module and a lesson, such as ${example}.`)
  const [module = '', folder = '', ...more] = typed.split('/')
  const slug = numbered.exec(folder)?.[2] ?? ''
  const moduleSlug = numbered.exec(module)?.[2] ?? ''
  if (more.length > 0 || !kebab.test(slug) || !kebab.test(moduleSlug))
    return refuse(
      `"${typed}" is no lesson: write two digits and a name for the module and for the lesson, such as ${example}.`,
    )
  return { ok: true, module, folder, slug }
}

/** `terms-after-all` ▶ `termsAfterAll` */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, character: string) => character.toUpperCase())
}

/** `speak-smtp` ▶ `Speak smtp` */
export function sentenceCase(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const reserved = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends ' +
    'false finally for function if import in instanceof new null return super switch this throw ' +
    'true try typeof var void while with yield let static await arguments eval index list'
  ).split(' '),
)

/** Whether a name can be that of a constant, and of a file beside the list. */
export const isFree = (name: string): boolean => !reserved.has(camelCase(name))
