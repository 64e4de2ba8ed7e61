import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Command, Lesson, Progress, TargetedHint } from '../../lab/types.ts'
import type { Mistake } from '../../lab/class/protocol.ts'

/** A mistake, and the name by which it is counted once. */
export interface NamedMistake extends Omit<Mistake, 'times'> {
  readonly name: string
}

const nameOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts)

/** A hint that spoke. @param act Which act it answered. @param typed What was done last. */
export const hintMistake = (
  { id, text }: TargetedHint,
  act: number,
  typed: string,
): NamedMistake => ({
  ...{ name: nameOf('hint', id, act), kind: 'hint', cause: id },
  ...{ typed, answered: text },
})

/** An error that was found in a text. @param text All of the text. */
export function findingMistake(
  { code, file, span, message }: Diagnostic,
  text: string,
): NamedMistake {
  const typed = lineAt(text, span.from)
  return {
    ...{ name: nameOf('finding', code, file, typed), kind: 'finding', cause: code },
    ...{ typed, answered: message },
  }
}

function lineAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const to = text.indexOf('\n', at)
  return text.slice(from, to < 0 ? undefined : to)
}

/**
 * A server's refusal of the line that was typed last; undefined where it is none, or of another line: what
 * hosts say to each other is nobody's mistake.
 * @param at Which event it is.
 */
export function replyMistake(event: Command, at: number, typed: string): NamedMistake | undefined {
  const line = `${event.verb} ${event.argument}`.trim()
  const isTyped = typed.trim().toUpperCase().endsWith(line.toUpperCase()) && line !== ''
  if (!isTyped || event.verb === '.') return undefined
  const answered = refusalOf(event)
  if (answered === undefined) return undefined
  return {
    ...{ name: nameOf('reply', at), kind: 'reply', cause: `${answered.cause} ${event.verb}` },
    ...{ typed, answered: answered.text },
  }
}

function refusalOf(event: Command): { cause: string; text: string } | undefined {
  const [text = ''] = event.text.split('\n', 1)
  if ('code' in event) {
    const { code, enhanced } = event
    if (code < 500) return undefined
    const codes = [code, enhanced].filter((one) => one !== undefined).join(' ')
    return { cause: codes, text: `${codes} ${text}` }
  }
  const { status } = event
  return ['NO', 'BAD', '-ERR'].includes(status)
    ? { cause: status, text: `${status} ${text}` }
    : undefined
}

/** Wrong tries of a lesson's cards. */
export function guessMistakes({ steps }: Lesson, progress: Progress): readonly NamedMistake[] {
  return progress.steps.flatMap(({ id, card }) => {
    const asked = steps.find((step) => step.id === id)?.card
    if (!asked || !card) return []
    const texts = new Map(choicesOf(asked).map((choice) => [choice.id, choice.text]))
    return card.tries.flatMap((made, at): NamedMistake[] => {
      if (!isWrong(made, card.right)) return []
      const typed = made.answer
        .map((one) => texts.get(one) ?? one)
        .join(', ')
        .replaceAll('`', '')
      return [
        {
          ...{ name: nameOf('guess', card.id, at), kind: 'guess' },
          ...{ cause: `${card.id}/${made.answer.join(' ')}`, typed, answered: made.because },
        },
      ]
    })
  })
}

type TriedCard = NonNullable<Progress['steps'][number]['card']>

/** A prediction is wrong only once it is seen that it was. */
const isWrong = (
  { answer, right }: TriedCard['tries'][number],
  truth: TriedCard['right'],
): boolean =>
  right === false || (right === undefined && truth !== undefined && truth[0] !== answer[0])

function choicesOf(card: NonNullable<Lesson['steps'][number]['card']>) {
  if (card.kind === 'predict') return card.choices
  return card.kind === 'order' || card.kind === 'sort' ? card.items : []
}
