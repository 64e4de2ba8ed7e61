import type { WorldSpec } from '../../../../world/spec.ts'
import type { Deed, Play } from '../../files/play.ts'
import type { Dice } from '../dice.ts'
import type { Mutant, MutantMove } from '../mutant.ts'
import { typedOperators } from './index.ts'
import type { Mistake } from './operator.ts'
import type { ScriptLine } from './script.ts'

/** Every mistake in the typed lines of a play. */
export function* typedMutants(
  play: Play,
  lines: readonly ScriptLine[],
  world: WorldSpec,
  dice: Dice,
): Generator<Mutant> {
  for (const [index, line] of lines.entries())
    for (const operator of typedOperators)
      for (const mistake of operator(line, { lines, index, world, dice }))
        yield {
          cause: mistake.cause,
          what: whatIsWrong(line, mistake),
          moves: movesWith(play, line, mistake),
          at: line.at + (mistake.keep === 'before' ? 1 : 0),
          ...(mistake.meant && { meant: mistake.meant }),
        }
}

function whatIsWrong({ line, text }: ScriptLine, { put, swapWith, keep }: Mistake): string {
  const typed = put.map(shown).join(', ')
  const where = `line ${line}`
  if (swapWith) return `${where}: ${shown(text)} behind ${shown(swapWith.text)}`
  if (keep) return `${where}: ${typed} ${keep === 'after' ? 'before' : 'behind'} ${shown(text)}`
  return put.length ? `${where}: ${shown(text)} → ${typed}` : `${where}: without ${shown(text)}`
}

const names: Readonly<Record<string, string>> = {
  '\x03': 'Ctrl-C',
  '\x04': 'Ctrl-D',
  '': 'an empty line',
}

const shown = (text: string): string => names[text] ?? `\`${text}\``

function movesWith(play: Play, line: ScriptLine, mistake: Mistake): MutantMove[] {
  const { at } = line
  const own: MutantMove = { deed: play[at]!, like: at, after: at }
  const rest = (from: number): MutantMove[] =>
    play.slice(from).map((deed, index) => ({ deed, like: from + index, after: from + index }))
  const { swapWith, put, keep } = mistake
  if (swapWith) {
    const other = swapWith.at
    const between = rest(at + 1).slice(0, other - at - 1)
    return [
      ...rest(0).slice(0, at),
      ...between.map(({ deed }) => ({ deed })),
      { deed: play[other]!, like: other },
      { deed: play[at]!, like: at, after: other },
      ...rest(other + 1),
    ]
  }
  const isLike = put.length === 1 && !keep
  const made = put.map((text, index): MutantMove => ({
    deed: typing(text, line),
    ...(isLike && { like: at }),
    ...(index === put.length - 1 && keep !== 'after' && { after: at }),
  }))
  return [
    ...rest(0).slice(0, at),
    ...(keep === 'before' ? [own] : []),
    ...made,
    ...(keep === 'after' ? [own] : []),
    ...rest(at + 1),
  ]
}

const typing = (text: string, { who, line, terminal }: ScriptLine): Deed => ({
  kind: 'type',
  ...(terminal > 1 && { terminal }),
  turn: { typed: { who, text, line }, received: [] },
})
