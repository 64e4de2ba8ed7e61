import type { DnsAnswer } from './dns.ts'
import type { Answer, Effect, Question } from './effects.ts'

/** What an evaluator asked, what it was answered, and what it came to. */
interface Conversation<Result> {
  readonly turns: readonly Turn[]
  readonly result: Result
}

interface Turn {
  readonly question: Question
  readonly answer: Answer
}

interface RecallOptions {
  /** Conversations that are kept at least; twice as many at most. */
  readonly most?: number
  /** Whether a conversation may be kept, by an answer in it. */
  isKept?(answer: Answer): boolean
}

/**
 * Remembers the conversations of an evaluator: with the same input and the same answers it comes to
 * the same. So who is judged again is asked for again, question by question, and only judged anew
 * from the first answer that is another one. Questions and their order stay as they are.
 */
export class Recall<Result> {
  readonly #most: number
  readonly #isKept: (answer: Answer) => boolean
  #recent = new Map<string, Conversation<Result>>()
  #before = new Map<string, Conversation<Result>>()

  constructor({ most = 128, isKept = () => true }: RecallOptions = {}) {
    this.#most = most
    this.#isKept = isKept
  }

  /**
   * @param input All that the evaluator is given, as a text: one that differs is another input.
   * @param start Begins to evaluate; called where the result is not known.
   */
  *evaluate(input: string, start: () => Effect<Result>): Effect<Result> {
    const known = this.#recent.get(input) ?? this.#before.get(input)
    const given: Answer[] = []
    if (known) {
      const isSame = yield* askAgain(known.turns, given)
      if (isSame) {
        this.#keep(input, known)
        return known.result
      }
    }
    const conversation = yield* takeNotes(start(), given)
    if (conversation.turns.every(({ answer }) => this.#isKept(answer)))
      this.#keep(input, conversation)
    return conversation.result
  }

  #keep(input: string, conversation: Conversation<Result>): void {
    if (this.#recent.get(input) === conversation) return
    if (this.#recent.size >= this.#most) {
      this.#before = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(input, conversation)
  }
}

/**
 * Asks what was asked before, up to the first answer that is another one.
 * @param given Gets the answers.
 * @returns Whether all of them are the same.
 */
function* askAgain(turns: readonly Turn[], given: Answer[]): Effect<boolean> {
  for (const { question, answer } of turns) {
    const now = yield question
    given.push(now)
    if (!isSameAnswer(now, answer)) return false
  }
  return true
}

/** Evaluates and takes notes; the first questions have been answered already. */
function* takeNotes<Result>(
  asking: Effect<Result>,
  given: readonly Answer[],
): Effect<Conversation<Result>> {
  const turns: Turn[] = []
  let step = asking.next()
  while (!step.done) {
    const question = step.value
    const answer = turns.length < given.length ? given[turns.length] : yield question
    turns.push({ question, answer })
    step = asking.next(answer)
  }
  return { turns, result: step.value }
}

/** Of DNS, records are the same where they are the same objects: a zone that is edited has others. */
function isSameAnswer(a: Answer, b: Answer): boolean {
  if (a === b) return true
  if (!isDns(a) || !isDns(b)) return false
  return (
    a.status === b.status &&
    areSame(a.records, b.records) &&
    areSame(a.aliases ?? [], b.aliases ?? [])
  )
}

const isDns = (answer: Answer): answer is DnsAnswer =>
  typeof answer === 'object' && 'records' in answer

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
