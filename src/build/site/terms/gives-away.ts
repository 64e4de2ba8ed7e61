import type { Card } from '../../../lessons/cards/card.ts'
import type { Term } from '../../../lessons/terms/index.ts'

/** Words that any two sentences share. */
const COMMON = new Set(
  (
    'also because been comes does each from have into more only other over same says ' +
    'stand stands still such than that their them then there they this what when where which ' +
    'whose will with would your another'
  ).split(' '),
)

/** How much of an answer a card may hold: two of its words, and a third of them. Limits of ours. */
const SHARED = { words: 2, part: 1 / 3 }

/**
 * Whether a term's card, open beside a question, says what is asked. A measure and no judgement: it
 * counts the words of the right answer that neither the question nor the step has, and that the card has.
 * @param step With its prose as HTML. One that asks nothing gives nothing away.
 */
export function givesAway(
  { text }: Term,
  { card, html }: { readonly card?: Card; readonly html: string },
): boolean {
  if (!card) return false
  const known = stems(`${card.ask} ${html.replaceAll(/<[^>]*>/g, ' ')}`)
  const fresh = [...stems(answerOf(card))].filter((word) => !known.has(word))
  const said = stems(text)
  const shared = fresh.filter((word) => said.has(word)).length
  return shared >= SHARED.words && shared / fresh.length >= SHARED.part
}

function answerOf(card: Card): string {
  if (card.kind !== 'predict') return card.because
  const right = card.choices.find(({ id }) => id === card.right)
  return `${right?.text} ${right?.because}`
}

/** The beginnings of words that mean something, so that `calls` and `caller` are alike. */
const stems = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
      .filter((word) => !COMMON.has(word))
      .map((word) => word.slice(0, 5)),
  )
