import { limits } from './limits.ts'
import { hasPattern, type Pattern } from './pattern.ts'
import type { LineProblem, RawWord, Word } from './tree.ts'

/** Where variables and the names of files come from. */
export interface Surroundings {
  /** The value of a variable; empty where there is none. */
  variable(name: string): string
  /** The home folder, for `~`. */
  readonly home: string
  /** Names of files that a pattern stands for, in order. */
  matching(pattern: Pattern): readonly string[]
}

/** What became of the words of a command. */
export type Expanded =
  | { readonly ok: true; readonly words: readonly Word[] }
  | { readonly ok: false; readonly problem: LineProblem }

/** Fills in variables, splits what they hold at blanks where they are not quoted, and fills in patterns. */
export function expandWords(raw: readonly RawWord[], around: Surroundings): Expanded {
  const words: Word[] = []
  for (const one of raw) {
    const fields = fieldsOf(one, around)
    if (!fields)
      return problem(
        one,
        `This word gets longer than ${limits.word} characters with its variables.`,
      )
    for (const field of fields)
      for (const text of filesOr(field, around)) words.push({ text, span: one.span })
    if (words.length > limits.words)
      return problem(one, `This becomes more than ${limits.words} words, too many for one command.`)
  }
  return { ok: true, words }
}

/** The same for what stays one word: the value of a variable, the name of a file. */
export function expandOne(raw: RawWord, around: Surroundings): Expanded {
  const quoted: RawWord = {
    ...raw,
    parts: raw.parts.map((part) => (part.kind === 'variable' ? { ...part, quoted: true } : part)),
  }
  const fields = fieldsOf(quoted, around)
  if (!fields)
    return problem(raw, `This word gets longer than ${limits.word} characters with its variables.`)
  return { ok: true, words: [{ text: fields[0]?.text ?? '', span: raw.span }] }
}

const problem = ({ span }: RawWord, message: string): Expanded => ({
  ok: false,
  problem: { span, message },
})

/** A word, and the same as a pattern: what was quoted has a backslash before it. */
interface Field {
  text: string
  pattern: string
}

/** @returns Undefined where a word gets too long. */
function fieldsOf({ parts }: RawWord, around: Surroundings): readonly Field[] | undefined {
  const fields: Field[] = []
  let open: Field | undefined
  const add = (text: string, quoted: boolean): void => {
    open ??= { text: '', pattern: '' }
    open.text += text
    open.pattern += quoted ? text.replace(/[*?[\]\\]/g, '\\$&') : text.replaceAll('\\', '\\\\')
  }
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'text')
      add(at || part.quoted ? part.text : tilde(part.text, around), part.quoted)
    else if (part.quoted) add(around.variable(part.name), true)
    else
      for (const [piece, text] of around.variable(part.name).split(/\s+/).entries()) {
        if (piece && open) fields.push(open)
        if (piece) open = undefined
        if (text !== '') add(text, false)
      }
    if (open && open.text.length > limits.word) return undefined
  }
  return open ? [...fields, open] : fields
}

const tilde = (text: string, { home }: Surroundings): string => text.replace(/^~(?=\/|$)/, home)

function filesOr({ text, pattern }: Field, around: Surroundings): readonly string[] {
  const found = hasPattern(pattern) ? around.matching(pattern) : []
  return found.length ? found : [text]
}
