import { span } from '../../../../core/span.ts'
import { documentFile } from '../../../../core/document-name.ts'
import type { WorldSpec } from '../../../../world/spec.ts'
import type { Play } from '../../files/play.ts'
import type { Cause } from '../causes.ts'
import type { Dice } from '../dice.ts'
import type { Mutant } from '../mutant.ts'
import { slipsOf } from '../slips.ts'
import { isAnyOf } from '../written-before.ts'

/** A line `name = value` of a host's settings. */
interface Line {
  readonly at: number
  readonly text: string
  readonly name: string
  readonly value: string
}

interface Slip {
  readonly cause: Cause
  readonly put: string
}

/** Every mistake in the lines that a play changes in the settings of hosts. */
export function* settingMutants(play: Play, world: WorldSpec, dice: Dice): Generator<Mutant> {
  const texts = new Map((world.documents ?? []).map((one) => [documentFile(one), [one.text]]))
  for (const [at, deed] of play.entries()) {
    if (deed.kind !== 'edit-document') continue
    const { document: file, text } = deed
    const before = texts.get(file) ?? ['']
    for (const line of linesOf(text).filter((one) => !linesOf(before.at(-1)!).some(same(one))))
      for (const { cause, put } of slips(line, dice)) {
        const written = text.slice(0, line.at) + put + text.slice(line.at + line.text.length)
        if (isAnyOf(before, written)) continue
        const place = span(Math.max(0, line.at - 1), line.at + put.length + 1)
        yield {
          ...{ cause, at, what: `${file}, edit ${before.length}: \`${line.text}\` → \`${put}\`` },
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

const same = (line: Line) => (other: Line) => other.name === line.name && other.value === line.value

const linesOf = (text: string): Line[] =>
  [...text.matchAll(/^([a-z_]+)\s*=\s*(\S.*)$/gm)].map((found) => ({
    ...{ at: found.index, text: found[0], name: found[1]!, value: found[2]! },
  }))

function* slips({ name, value }: Line, dice: Dice): Generator<Slip> {
  yield { cause: 'setting-missing', put: '' }
  yield { cause: 'setting-form', put: `${name} ${value}` }
  for (const { text } of slipsOf(name, dice))
    yield { cause: 'setting-name-typo', put: `${text} = ${value}` }
  for (const { text } of slipsOf(value, dice))
    yield { cause: 'setting-value-typo', put: `${name} = ${text}` }
}
