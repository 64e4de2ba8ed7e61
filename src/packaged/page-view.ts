import type { LearningWords } from '../learning/words.ts'
import type { SessionView } from './session.ts'

/** What the frame may do: run its scripts, take an answer in a form, open a link in a tab, hand out a file. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads'

/** What is drawn: the line with what is done, sentences that come up, and the frame of the lesson. */
export class PageView {
  readonly frame: HTMLIFrameElement
  readonly #words: LearningWords
  readonly #bar = document.createElement('header')
  readonly #meter = document.createElement('progress')
  readonly #count = document.createElement('span')
  readonly #record = document.createElement('span')
  readonly #notices = document.createElement('div')
  #shown = ''

  constructor(target: HTMLElement, words: LearningWords, title: string) {
    this.#words = words
    const heading = document.createElement('h1')
    heading.textContent = title
    this.#meter.max = 1
    this.#meter.value = 0
    this.#count.textContent = words.waiting
    this.#meter.setAttribute('aria-label', words.lesson)
    this.#record.className = 'record'
    this.#record.setAttribute('role', 'status')
    this.#bar.append(heading, this.#meter, this.#count, this.#record)
    this.#notices.className = 'notices'
    this.#notices.setAttribute('role', 'status')
    const frame = document.createElement('iframe')
    frame.title = words.lesson
    frame.setAttribute('sandbox', SANDBOX)
    frame.allow = 'clipboard-write'
    this.frame = frame
    const main = document.createElement('main')
    main.append(this.#notices, frame)
    target.replaceChildren(this.#bar, main)
  }

  show({ outcome, isRecorded, notices }: SessionView): void {
    const words = this.#words
    this.#meter.value = outcome.progress
    this.#count.textContent = words.progress(outcome.done, outcome.parts)
    const record = !isRecorded
      ? words.notRecorded
      : outcome.isComplete
        ? words.complete
        : words.recorded
    // What is said once more is read out once more.
    if (this.#record.textContent !== record) this.#record.textContent = record
    this.#record.dataset['is'] = isRecorded ? 'recorded' : 'not'
    const key = notices.join()
    if (key === this.#shown) return
    this.#shown = key
    this.#notices.replaceChildren(
      ...notices.map((notice) => {
        const line = document.createElement('p')
        line.dataset['notice'] = notice
        line.textContent = words[notice]
        return line
      }),
    )
  }

  offerToLeave(leave: () => void): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = this.#words.leave
    button.addEventListener('click', leave)
    this.#bar.append(button)
  }
}
