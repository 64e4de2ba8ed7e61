import type {
  Card,
  GridCard,
  MarkCard,
  OrderCard,
  PickCard,
  PredictCard,
  SortCard,
} from '../../../lessons/cards/card.ts'
import type { TextPath, Visit } from './text.ts'

/** A card with other texts; ids, sources, patterns and conditions stay. */
export function mapCardTexts(card: Card, path: TextPath, visit: Visit): Card {
  const say = sayAt(path, visit)
  const asked = { ...card, ask: say(['ask'], card.ask) }
  switch (asked.kind) {
    case 'predict':
      return mapPredict(asked, say)
    case 'pick':
      return mapPicked(asked, say)
    case 'mark':
      return { ...mapPicked(asked, say), missing: say(['missing'], asked.missing) }
    case 'order':
      return mapOrder(asked, say)
    case 'sort':
      return mapSort(asked, say)
    case 'grid':
      return mapGrid(asked, say)
  }
}

type Say = (below: TextPath, text: string, optional?: true) => string

const sayAt =
  (path: TextPath, visit: Visit): Say =>
  (below, text, optional) =>
    visit({ path: [...path, ...below], text, ...(optional && { optional }) })

const mapPredict = (card: PredictCard, say: Say): PredictCard => ({
  ...card,
  choices: card.choices.map((choice) => ({
    ...choice,
    text: say(['choices', choice.id, 'text'], choice.text),
    because: say(['choices', choice.id, 'because'], choice.because),
  })),
})

/** Rows that a card writes itself keep their English as their names: patterns and plays call them so. */
function mapPicked<Picked extends PickCard | MarkCard>(card: Picked, say: Say): Picked {
  const { from } = card
  const lines = from.kind === 'lines' ? from.lines : []
  const said = lines.map((line, at) => say(['lines', String(at)], line, true))
  const isSame = said.every((line, at) => line === lines[at])
  return {
    ...card,
    ...(!isSame && { from: { ...from, lines: said, names: lines } }),
    because: say(['because'], card.because),
    wrong: card.wrong.map((row, at) => ({
      ...row,
      because: say(['wrong', String(at)], row.because),
    })),
    otherwise: say(['otherwise'], card.otherwise),
  }
}

const mapOrder = (card: OrderCard, say: Say): OrderCard => ({
  ...card,
  items: card.items.map((item) => ({
    ...item,
    text: say(['items', item.id, 'text'], item.text),
    because: say(['items', item.id, 'because'], item.because),
  })),
  because: say(['because'], card.because),
})

const mapSort = (card: SortCard, say: Say): SortCard => ({
  ...card,
  bins: mapNamed(card.bins, ['bins'], say),
  items: card.items.map((item) => ({
    ...item,
    text: say(['items', item.id, 'text'], item.text),
    because: say(['items', item.id, 'because'], item.because),
    ...mapWrong(item, ['items', item.id], say),
  })),
  because: say(['because'], card.because),
})

const mapGrid = (card: GridCard, say: Say): GridCard => ({
  ...card,
  columns: card.columns.map(({ id, text, choices }) => ({
    ...{ id, text: say(['columns', id, 'text'], text) },
    ...(choices && { choices: mapNamed(choices, ['columns', id, 'choices'], say) }),
  })),
  ...(card.choices && { choices: mapNamed(card.choices, ['choices'], say) }),
  rows: card.rows.map((row) => ({
    ...row,
    text: say(['rows', row.id, 'text'], row.text),
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([column, cell]) => {
        const place = ['rows', row.id, 'cells', column]
        const because = say([...place, 'because'], cell.because)
        return [column, { ...cell, because, ...mapWrong(cell, place, say) }]
      }),
    ),
  })),
  because: say(['because'], card.because),
})

type Named = { readonly id: string; readonly text: string }

const mapNamed = (named: readonly Named[], path: TextPath, say: Say): readonly Named[] =>
  named.map(({ id, text }) => ({ id, text: say([...path, id], text) }))

const mapWrong = (
  { wrong }: { readonly wrong?: Readonly<Record<string, string>> },
  path: TextPath,
  say: Say,
) =>
  wrong && {
    wrong: Object.fromEntries(
      Object.entries(wrong).map(([id, text]) => [id, say([...path, 'wrong', id], text)]),
    ),
  }
