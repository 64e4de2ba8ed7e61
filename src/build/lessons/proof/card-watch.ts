import type { Card, PredictCard, Row, SortCard, Try } from '../../../lessons/cards/card.ts'
import { isForetold } from '../../../lessons/cards/card-log.ts'
import { rightChoice } from '../../../lessons/cards/predict.ts'
import { fits, rowsOf } from '../../../lessons/cards/rows.ts'
import type { Progress } from '../../../lessons/check.ts'
import { judge } from '../../../lessons/goals/index.ts'
import { cardsOf, type Lesson } from '../../../lessons/lesson.ts'
import type { Player } from './player.ts'

/**
 * Holds what a lesson's cards say to what happens while its solution is played: an outcome is of the
 * right choice and of no other, a card of rows has a row that is right, each wrong row that it knows
 * is there to be chosen, what an item of a sort says of itself comes about, and the solution answers right
 * where an answer can be right at once.
 */
export class CardWatch {
  readonly #lesson: Lesson
  readonly #seen = new Set<string>()
  readonly #rows = new Map<string, readonly Row[]>()
  readonly #failures = new Set<string>()
  /** Items of sorts whose `when` held, by card and item. */
  readonly #shown = new Set<string>()

  constructor(lesson: Lesson) {
    this.#lesson = lesson
  }

  async look({ lab }: Player, { steps }: Progress): Promise<void> {
    const evidence = await lab.gather()
    for (const card of cardsOf(this.#lesson)) {
      const progress = steps.find((step) => step.card?.id === card.id)?.card
      // A card that is settled shows the rows of that moment, whatever follows.
      if ('from' in card && !this.#seen.has(card.id))
        this.#rows.set(card.id, rowsOf(card.from, evidence))
      if (progress?.state === 'settled') this.#settle(card, progress.tries)
      if ('from' in card) continue
      if (card.kind === 'predict' && judge(rightChoice(card)!.when!, evidence).met)
        this.#checkOutcome(card, (when) => judge(when, evidence).met)
      else if (card.kind === 'sort')
        for (const { id, when } of card.items)
          if (when && judge(when, evidence).met) this.#shown.add(`${card.id} ${id}`)
    }
  }

  failures(): string[] {
    const unsettled = cardsOf(this.#lesson).flatMap((card) =>
      this.#seen.has(card.id) ? [] : [`The card \`${card.id}\` is not settled by the solution.`],
    )
    return [
      ...unsettled,
      ...cardsOf(this.#lesson).flatMap((card) => this.#deadRows(card)),
      ...cardsOf(this.#lesson).flatMap((card) =>
        card.kind === 'sort' ? this.#unseenItems(card) : [],
      ),
      ...this.#failures,
    ]
  }

  #settle(card: Card, tries: readonly Try[]): void {
    this.#seen.add(card.id)
    if (isForetold(card) || tries.some(({ right }) => right)) return
    this.#failures.add(
      `The solution never answers the card \`${card.id}\` right: it is given away.`,
    )
  }

  #checkOutcome(
    { id, choices, right }: PredictCard,
    holds: (when: NonNullable<(typeof choices)[0]['when']>) => boolean,
  ): void {
    const other = choices.find((choice) => choice.id !== right && choice.when && holds(choice.when))
    if (other)
      this.#failures.add(
        `The card \`${id}\`: when \`${right}\` has come true, \`${other.id}\` has come true as well.`,
      )
  }

  #unseenItems({ id, items }: SortCard): string[] {
    const unseen = items.filter((item) => item.when && !this.#shown.has(`${id} ${item.id}`))
    return unseen.map(
      (item) => `The card \`${id}\`: what \`${item.id}\` says of itself is never seen.`,
    )
  }

  #deadRows(card: Card): string[] {
    if (!('from' in card)) return []
    const rows = this.#rows.get(card.id) ?? []
    const isThere = (pattern: Parameters<typeof fits>[0]) => rows.some((row) => fits(pattern, row))
    const dead = [...card.right, ...card.wrong].filter((pattern) => !isThere(pattern))
    return dead.map(
      (pattern) =>
        `The card \`${card.id}\`: no row fits ${JSON.stringify({ name: pattern.name, has: pattern.has })}.`,
    )
  }
}
