import { span } from '../../../../core/span.ts'
import { documentOf } from '../../../../core/document-name.ts'
import type { WorldSpec } from '../../../../world/spec.ts'
import type { Play } from '../../files/play.ts'
import type { Cause } from '../causes.ts'
import type { Dice } from '../dice.ts'
import type { Mutant } from '../mutant.ts'
import { slipsOf } from '../slips.ts'
import { isAnyOf } from '../written-before.ts'

/** A line of a message, and what it is there. */
interface Line {
  readonly at: number
  readonly text: string
  readonly role: 'field' | 'fold' | 'divider' | 'delimiter' | 'text'
  /** Whether it stands below a boundary: a field or a divider of a part. */
  readonly inPart: boolean
}

interface Slip {
  readonly cause: Cause
  /** In place of the line; undefined: the line is gone. */
  readonly put: string | undefined
}

/** Every mistake in the lines that a play changes in a message. */
export function* messageMutants(play: Play, world: WorldSpec, dice: Dice): Generator<Mutant> {
  const texts = new Map((world.documents ?? []).map(({ file, text }) => [file, [text]]))
  for (const [at, deed] of play.entries()) {
    if (deed.kind !== 'edit-document' || documentOf(deed.document)?.kind !== 'message') continue
    const { document: file, text } = deed
    const before = texts.get(file) ?? ['']
    for (const line of changedLines(before.at(-1)!, text))
      for (const { cause, put } of slips(line, dice)) {
        const written = put === undefined ? without(text, line) : replaced(text, line, put)
        if (isSame(before, written)) continue
        const length = put?.length ?? 0
        const place = span(Math.max(0, line.at - 1), line.at + length + 1)
        const shown = put === undefined ? '(gone)' : `\`${put}\``
        yield {
          ...{ cause, at, what: `${file}, edit ${before.length}: \`${line.text}\` → ${shown}` },
          moves: play.map((one, index) => ({
            deed: index === at ? { ...deed, text: written } : one,
            ...{ like: index, after: index },
          })),
          touched: { file, span: place, record: place },
        }
      }
    texts.set(file, [...before, text])
  }
}

/** White space at the start of a line counts in a message. */
const isSame = (before: readonly string[], written: string): boolean =>
  isAnyOf(before, written) && before.some((one) => one.trim() === written.trim())

const without = (text: string, { at, text: line }: Line): string =>
  text.slice(0, at) + text.slice(at + line.length + 1)

const replaced = (text: string, { at, text: line }: Line, put: string): string =>
  text.slice(0, at) + put + text.slice(at + line.length)

/** Lines that were not there before; of empty ones those below a line that was not. */
function changedLines(before: string, text: string): Line[] {
  const known = new Set(before.split('\n'))
  const lines = linesOf(text)
  return lines.filter((line, at) =>
    known.has(line.role === 'divider' ? (lines[at - 1]?.text ?? '') : line.text) ? false : true,
  )
}

function linesOf(text: string): Line[] {
  const boundaries = [...text.matchAll(/boundary="?([^"\s;]+)/gi)].map(([, one]) => `--${one!}`)
  let inHeader = true
  let inPart = false
  let at = 0
  return text.split('\n').map((one) => {
    const isDelimiter = !inHeader && boundaries.some((start) => one.startsWith(start))
    const role = isDelimiter ? 'delimiter' : inHeader ? headerRole(one) : 'text'
    const line: Line = { at, text: one, role, inPart }
    if (isDelimiter) [inHeader, inPart] = [!one.endsWith('--'), true]
    else if (one === '') inHeader = false
    at += one.length + 1
    return line
  })
}

const headerRole = (text: string): Line['role'] =>
  text === '' ? 'divider' : /^[ \t]/.test(text) ? 'fold' : 'field'

function* slips({ role, text, inPart }: Line, dice: Dice): Generator<Slip> {
  if (role === 'field') yield* fieldSlips(text, dice)
  if (role === 'fold') yield { cause: 'fold-lost', put: text.trimStart() }
  if (role === 'divider')
    yield { cause: inPart ? 'part-no-blank' : 'no-blank-line', put: undefined }
  if (role !== 'delimiter') return
  const isClosing = text.endsWith('--')
  yield { cause: isClosing ? 'not-closed' : 'delimiter-missing', put: undefined }
  yield { cause: 'delimiter-hyphen', put: text.slice(1) }
  if (isClosing) yield { cause: 'not-closed', put: text.slice(0, -2) }
  for (const { text: name } of slipsOf(text.slice(2), dice))
    yield { cause: 'boundary-typo', put: `--${name}` }
}

function* fieldSlips(text: string, dice: Dice): Generator<Slip> {
  const [, name = '', space = '', value = ''] = /^([^:]*):(\s*)(.*)$/.exec(text) ?? []
  if (name === '') return
  const isFrom = name.toLowerCase() === 'from'
  yield { cause: isFrom ? 'no-from' : 'no-field', put: undefined }
  yield { cause: isFrom ? 'from-no-colon' : 'field-no-colon', put: `${name} ${value}` }
  yield { cause: 'field-twice', put: `${text}\n${text}` }
  for (const { text: slip } of slipsOf(name, dice))
    yield { cause: isFrom ? 'from-typo' : 'field-typo', put: `${slip}:${space}${value}` }
  const [address] = /[^\s<>]+@[^\s<>]+/.exec(value) ?? []
  const [boundary] = /(?<=boundary="?)[^"\s;]+/i.exec(value) ?? []
  const [word, cause] = boundary
    ? ([boundary, 'boundary-typo'] as const)
    : ([address ?? value, address ? 'field-address-typo' : 'field-value-typo'] as const)
  if (word === '') return
  for (const { text: slip } of slipsOf(word, dice))
    yield { cause, put: `${name}:${space}${value.replace(word, () => slip)}` }
}
