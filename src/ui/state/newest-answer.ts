import { isObject } from '../../core/text/is-object.ts'

/** An answer, with the thing in hand that it is about. */
export interface About<Subject, Answer> {
  readonly subject: Subject
  readonly answer: Answer
}

/** What was asked, and what came of it so far. */
interface Exchange<Subject, Data, Answer> {
  readonly number: number
  readonly data: Data
  subject: Subject
  answered?: { readonly answer: Answer }
}

/**
 * Asks about a subject that changes, and shows the newest answer that has come. The former stays
 * until then; what was asked before is not asked again, though its subject may be another object.
 */
export class NewestAnswer<Subject, Data, Answer> {
  readonly #ask: (data: Data) => Promise<Answer>
  readonly #show: (shown: About<Subject, Answer> | undefined) => void
  #newest: Exchange<Subject, Data, Answer> | undefined
  #count = 0
  #shown = 0

  constructor(
    ask: (data: Data) => Promise<Answer>,
    show: (shown: About<Subject, Answer> | undefined) => void,
  ) {
    this.#ask = ask
    this.#show = show
  }

  /** @param data What is asked of the subject: plain data. */
  about(subject: Subject, data: Data): void {
    const before = this.#newest
    if (before && isSame(before.data, data)) {
      before.subject = subject
      if (before.answered) this.#show({ subject, answer: before.answered.answer })
      return
    }
    const exchange = { number: ++this.#count, data, subject }
    this.#newest = exchange
    this.#ask(data).then(
      (answer) => this.#accept(exchange, answer),
      (error: unknown) => this.#fail(exchange, error),
    )
  }

  /** Nothing is asked; answers that are on their way are not shown. */
  nothing(): void {
    this.#newest = undefined
    this.#shown = ++this.#count
    this.#show(undefined)
  }

  #accept(exchange: Exchange<Subject, Data, Answer>, answer: Answer): void {
    if (exchange.number <= this.#shown) return
    this.#shown = exchange.number
    exchange.answered = { answer }
    this.#show({ subject: exchange.subject, answer })
  }

  #fail(exchange: Exchange<Subject, Data, Answer>, error: unknown): void {
    console.warn('The lab did not answer.', error)
    if (this.#newest === exchange) this.#newest = undefined
  }
}

/** Answers that stay as they are, by the name of their question. */
export const constantAnswers = (): Map<string, unknown> => new Map()

/** Whether two questions have the same fields; the items of a list are compared one by one. */
function isSame(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return Object.is(a, b)
  const fields = Object.entries(a)
  const others = new Map(Object.entries(b))
  return (
    fields.length === others.size &&
    fields.every(([name, value]) => isSameValue(value, others.get(name)))
  )
}

const isSameValue = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((item, at) => Object.is(item, b[at])))
