import type { WorldSpec } from '../../world/spec.ts'
import type { Card, GridCard, OrderCard, PredictCard, SortCard, Source } from '../cards/card.ts'
import { cellsOf } from '../cards/grid.ts'
import type { LessonProblem } from '../schema.ts'
import { code } from '../wording.ts'
import { nameProblems } from './names.ts'
import { repeatedIn } from './repeated.ts'

type Path = LessonProblem['path']

/** A card names what there is, and can be answered. */
export function cardProblems(card: Card, path: Path, world: WorldSpec): LessonProblem[] {
  switch (card.kind) {
    case 'predict':
      return predictProblems(card, path, world)
    case 'order':
      return orderProblems(card, path)
    case 'sort':
      return sortProblems(card, path, world)
    case 'grid':
      return gridProblems(card, path, world)
    default:
      return [
        ...sourceProblems(card.from, [...path, 'from'], world),
        ...nameProblems({ ...card.from, ...sourceNames(card.from) }, [...path, 'from'], world),
      ]
  }
}

const unknown = (path: Path, what: string, id: string): LessonProblem => ({
  path,
  message: `No ${what} is called ${code(id)}.`,
})

const isIn = (items: readonly { readonly id: string }[], wanted: string): boolean =>
  items.some(({ id }) => id === wanted)

const orderProblems = ({ items, right }: OrderCard, path: Path): LessonProblem[] => [
  ...repeatedIn(items, 'id', [...path, 'items']),
  ...(isGivenAway(items, right)
    ? [{ path: [...path, 'items'], message: 'They stand in the right order already: mix them.' }]
    : []),
  ...right.flatMap((id, at) =>
    isIn(items, id) ? [] : unknown([...path, 'right', at], 'item', id),
  ),
]

/** Whether what belongs is in order before anybody ordered it. */
function isGivenAway(items: OrderCard['items'], right: readonly string[]): boolean {
  const shown = items.flatMap(({ id }) => (right.includes(id) ? [id] : []))
  return shown.length === right.length && shown.every((id, at) => id === right[at])
}

function sortProblems({ bins, items }: SortCard, path: Path, world: WorldSpec): LessonProblem[] {
  const ofItem = ({ bin, wrong = {}, when }: SortCard['items'][number], at: number) => {
    const place = [...path, 'items', at]
    return [
      ...(isIn(bins, bin) ? [] : [unknown([...place, 'bin'], 'bin', bin)]),
      ...Object.keys(wrong).flatMap((id) =>
        isIn(bins, id) ? [] : unknown([...place, 'wrong', id], 'bin', id),
      ),
      ...(when ? nameProblems(when, [...place, 'when'], world) : []),
    ]
  }
  return [
    ...repeatedIn(bins, 'id', [...path, 'bins']),
    ...repeatedIn(items, 'id', [...path, 'items']),
    ...items.flatMap(ofItem),
  ]
}

function gridProblems(card: GridCard, path: Path, world: WorldSpec): LessonProblem[] {
  const { rows, columns } = card
  const strangers = rows.flatMap(({ cells }, at) =>
    Object.keys(cells).flatMap((id) =>
      isIn(columns, id) ? [] : unknown([...path, 'rows', at, 'cells', id], 'column', id),
    ),
  )
  return [
    ...aboutProblems(card, path, world),
    ...repeatedIn(columns, 'id', [...path, 'columns']),
    ...repeatedIn(rows, 'id', [...path, 'rows']),
    ...strangers,
    ...cellsOf(card).flatMap(({ place, cell, choices }) => {
      const [row = '', column = ''] = place.split('.')
      const at = [...path, 'rows', rows.findIndex(({ id }) => id === row), 'cells', column]
      const named = [cell.right, ...Object.keys(cell.wrong ?? {})]
      return [
        ...named.flatMap((id) => (isIn(choices, id) ? [] : unknown(at, 'choice', id))),
        ...nameProblems(cell.when, [...at, 'when'], world),
      ]
    }),
  ]
}

/** A zone that there is, and of a trace either a mail or a mailbox. */
function sourceProblems(source: Source, path: Path, { zones }: WorldSpec): LessonProblem[] {
  if (source.kind === 'zone' && !zones.some(({ origin }) => origin === source.origin))
    return [{ path: [...path, 'origin'], message: `No zone is called ${code(source.origin)}.` }]
  if (source.kind === 'trace' && (source.mail === undefined) === (source.mailbox === undefined))
    return [{ path, message: 'Name a `mail`, or a `mailbox`.' }]
  return []
}

/** A source names a sender, a mail or a mailbox as a condition of some kind does. */
function sourceNames(source: Source): object {
  switch (source.kind) {
    case 'spf':
      return { kind: 'sender', id: source.sender }
    case 'message':
    case 'received':
    case 'report':
      return { kind: 'delivered' }
    case 'trace':
      return source.mail === undefined ? { kind: 'delivered' } : { kind: 'mail', id: source.mail }
    default:
      return {}
  }
}

/** The mails that a prediction is about are there. */
const aboutProblems = (
  { about = [] }: PredictCard | GridCard,
  path: Path,
  { mails }: WorldSpec,
): LessonProblem[] =>
  about.flatMap((id, at) => (isIn(mails, id) ? [] : unknown([...path, 'about', at], 'mail', id)))

function predictProblems(
  card: PredictCard,
  path: LessonProblem['path'],
  world: WorldSpec,
): LessonProblem[] {
  const { choices, right } = card
  const proved = choices.find(({ id }) => id === right)
  return [
    ...aboutProblems(card, path, world),
    ...repeatedIn(choices, 'id', [...path, 'choices']),
    ...choices.flatMap(({ when }, at) =>
      when ? nameProblems(when, [...path, 'choices', at, 'when'], world) : [],
    ),
    ...(proved?.when
      ? []
      : [
          {
            path: [...path, 'right'],
            message: 'Name a choice that has a `when`, which proves it.',
          },
        ]),
  ]
}
