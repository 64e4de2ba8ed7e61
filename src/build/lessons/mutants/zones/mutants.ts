import { span } from '../../../../core/span.ts'
import type { Play } from '../../files/play.ts'
import type { WorldSpec } from '../../../../world/spec.ts'
import type { Dice } from '../dice.ts'
import type { Mutant } from '../mutant.ts'
import { isAnyOf } from '../written-before.ts'
import { zoneOperators } from './index.ts'
import type { ZoneMistake } from './operator.ts'
import { solvedRecords, type SolvedRecord } from './record.ts'

/** Every mistake in the records that a play puts into its zones. */
export function* zoneMutants(play: Play, world: WorldSpec, dice: Dice): Generator<Mutant> {
  const texts = new Map(world.zones.map(({ origin, text }) => [origin, [text]]))
  for (const [at, deed] of play.entries()) {
    if (deed.kind !== 'edit') continue
    const before = texts.get(deed.zone) ?? ['']
    for (const record of solvedRecords(deed.zone, before[0]!, deed.text))
      for (const operator of zoneOperators)
        for (const mistake of operator(record, { world, dice })) {
          const written = write(record.text, mistake)
          if (!isAnyOf(before, written))
            yield zoneMutant({ play, at, edit: before.length }, record, mistake, written)
        }
    texts.set(deed.zone, [...before, deed.text])
  }
}

const write = (text: string, { span: { from, to }, put }: ZoneMistake): string =>
  text.slice(0, from) + put + text.slice(to)

function zoneMutant(
  { play, at, edit }: { readonly play: Play; readonly at: number; readonly edit: number },
  { text, origin, span: all }: SolvedRecord,
  { span: changed, put, cause }: ZoneMistake,
  written: string,
): Mutant {
  const grown = put.length - (changed.to - changed.from)
  return {
    cause,
    what: `${origin}, edit ${edit}: ${shown(text.slice(changed.from, changed.to))} → ${shown(put)}`,
    at,
    moves: play.map((deed, index) => ({
      deed: index === at ? { kind: 'edit', zone: origin, text: written } : deed,
      ...{ like: index, after: index },
    })),
    touched: {
      file: `${origin}.zone`,
      span: span(Math.max(0, changed.from - 1), changed.from + put.length + 1),
      record: span(all.from, all.to + grown),
    },
  }
}

const MOST = 60

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.trim() === '') return 'nothing'
  return `\`${line.length > MOST ? `${line.slice(0, MOST)}…` : line}\``
}
