import { untrack } from 'svelte'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { metIn } from '../../lab/class/dots.ts'
import type { TargetedHint } from '../../lab/types.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import type { KeptLog } from './kept-class.ts'
import { addMistake, noMistakes, withSeen } from './mistake-log.ts'
import {
  findingMistake,
  guessMistakes,
  hintMistake,
  replyMistake,
  type NamedMistake,
} from './mistakes-in.ts'
import { dotsOf, reportOf } from './report-of.ts'
import type { StudentSession } from './student-session.svelte.ts'

/** What is watched of a lesson. */
export type WatchedLesson = Pick<
  LessonState,
  | 'lesson'
  | 'lab'
  | 'feedOf'
  | 'journal'
  | 'step'
  | 'isSettled'
  | 'phase'
  | 'zoneTexts'
  | 'progressOf'
>

/** Watches a lesson from the outside: which goals were met, and what went wrong with what was typed. */
export class LessonWatch {
  readonly work: WatchedLesson
  readonly #session: StudentSession
  #log = $state.raw() as KeptLog
  /** Events that were looked at; undefined before the first look: what was there is nobody's mistake. */
  #events: number | undefined
  #met = 0
  /** Whether the class is to know of this lesson for the first time. */
  #isFresh: boolean

  constructor(work: WatchedLesson, session: StudentSession) {
    this.work = work
    this.#session = session
    const { log } = session.kept
    this.#log = log?.slug === work.lesson.slug ? log : noMistakes(work.lesson.slug)
    this.#isFresh = log?.slug !== work.lesson.slug
  }

  /** Has the class hear of what stands, once it is judged. */
  report(): void {
    const { lesson, lab, step, isSettled, journal } = this.work
    if (!isSettled) return
    if (lab.progress) {
      if (!this.#log.given && journal.length === 0)
        this.#keep({ ...this.#log, given: dotsOf(lesson, lab.progress) })
      const guesses = guessMistakes(lesson, lab.progress)
      if (this.#isFresh) this.#ignore(guesses)
      else for (const guess of guesses) this.#add(guess)
      this.#isFresh = false
    }
    this.#session.report(reportOf(lesson, step?.id, lab.progress, this.#log))
  }

  /** A hint was seen. */
  noteHint(hint: TargetedHint): void {
    const { journal } = this.work
    this.#add(hintMistake(hint, journal.length, this.#typed ?? ''))
  }

  /** Looks at what servers answered. @param isHinted What is answered by a hint is counted as that. */
  noteLines(isHinted: boolean): void {
    const { lab, lesson, isSettled } = this.work
    if (!isSettled) return
    const { events } = lab
    const met = metIn(dotsOf(lesson, lab.progress, this.#log.given))
    const from = Math.min(this.#events ?? events.length, events.length)
    const isStep = met > this.#met
    this.#events = events.length
    this.#met = met
    if (isHinted || isStep) return
    const typed = this.#lastLine
    for (const [at, event] of events.slice(from).entries())
      if (event.type === 'command') {
        const made = replyMistake(event, from + at, typed)
        if (made) this.#add(made)
      }
  }

  /** Errors in the texts of the lesson; those that were there at first are the lesson's own. */
  noteFindings(found: readonly Diagnostic[]): void {
    const { lab, zoneTexts } = this.work
    const errors = found.filter(({ severity }) => severity === 'error')
    const made = errors.flatMap((error) => {
      const zone = lab.zones.find(({ file }) => file === error.file)
      const text = zone && (zoneTexts[zone.origin] ?? zone.text)
      return text === undefined ? [] : [findingMistake(error, text)]
    })
    if (this.work.journal.some(({ kind }) => kind === 'edit')) made.forEach((one) => this.#add(one))
    else this.#ignore(made)
  }

  /** What was done last, in words: the line that was typed, or the line of a zone that was changed. */
  get #typed(): string | undefined {
    const last = this.work.journal.findLast(({ kind }) => kind === 'edit' || kind === 'type')
    if (last?.kind !== 'edit') return this.#lastLine
    const key = 'zone' in last ? last.zone : last.document
    const before = this.work.lesson.world.zones.find(({ origin }) => origin === key)?.text
    const lines = before?.split('\n') ?? []
    return last.text.split('\n').find((line) => line.trim() !== '' && !lines.includes(line))
  }

  /** The line that was typed last, in the terminal that keys went to last. */
  get #lastLine(): string {
    const last = this.work.journal.findLast((input) => input.kind === 'type')
    const { lines } = this.work.feedOf(last?.terminal)
    return lines.findLast(({ who }) => who === 'you')?.text ?? ''
  }

  #add({ name, ...mistake }: NamedMistake): void {
    this.#keep(addMistake(this.#log, name, mistake))
  }

  #ignore(made: readonly NamedMistake[]): void {
    const fresh = made.map(({ name }) => name).filter((name) => !this.#log.seen.includes(name))
    if (fresh.length > 0) this.#keep(withSeen(this.#log, fresh))
  }

  #keep(log: KeptLog): void {
    if (log === this.#log) return
    this.#log = log
    // What is kept changes with each report, which this must not follow.
    untrack(() => this.#session.keep({ log }))
  }
}
