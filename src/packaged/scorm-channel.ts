import { answerElements } from '../learning/answers.ts'
import type { FirstAnswer } from '../learning/attempt.ts'
import {
  leavingElements,
  masteryOf,
  outcomeElements,
  scormNames,
  type Element,
  type ScormVersion,
} from '../learning/scorm.ts'
import { room } from '../learning/suspend.ts'
import type { Channel, Opened, Standpoint } from './channel.ts'
import { findApi, ScormApi } from './scorm-api.ts'

/** Words of a system for what is complete: they are never taken back. */
const COMPLETE = ['completed', 'passed', 'failed']

/** What is set of an outcome where the system has one already that says more. */
const STATUS = /status$|^cmi\.(?:core\.)?score\.|progress_measure$/

/** A learning system that speaks SCORM. */
export class ScormChannel implements Channel {
  readonly #version: ScormVersion
  readonly #find: () => object | undefined
  readonly #now: () => Date
  readonly #language: string
  readonly #mastery: number | undefined
  #api: ScormApi | undefined
  #hasMastery = false
  /** The system had it complete before this session. */
  #wasComplete = false
  /** Elements as they were set last. */
  readonly #known = new Map<string, string>()
  #answers: FirstAnswer[] = []
  /** The number of the next interaction. */
  #next = 0
  #isOver = false
  #isLooking = false

  constructor(
    version: ScormVersion,
    place: {
      readonly language: string
      /** That of the package. */
      readonly mastery?: number | undefined
      find(): object | undefined
      now(): Date
    },
  ) {
    this.#version = version
    this.#find = () => place.find()
    this.#now = () => place.now()
    this.#language = place.language
    this.#mastery = place.mastery
  }

  get room(): number {
    return room[this.#version]
  }

  // Nothing in it waits; but other channels do.
  async open(): Promise<Opened> {
    const names = scormNames[this.#version]
    const found = this.#find()
    if (!found) throw new Error(`No window around has ${names.api}.`)
    const api = new ScormApi(found, names)
    api.initialize()
    this.#api = api
    const get = (name: string) => quietly(() => api.get(name)) ?? ''
    const mastery = masteryOf(this.#version, get(names.mastery)) ?? this.#mastery
    this.#hasMastery = mastery !== undefined
    this.#wasComplete = COMPLETE.includes(
      get(this.#version === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.completion_status'),
    )
    this.#next = Math.max(0, Math.floor(Number(get(`${names.answers}._count`)) || 0))
    const mode = get(names.mode)
    this.#isLooking = mode === 'browse' || mode === 'review'
    return {
      kept: get(names.suspend),
      mode: this.#isLooking ? 'look' : 'normal',
      ...(mastery !== undefined && { mastery }),
    }
  }

  async save(now: Standpoint): Promise<void> {
    if (this.#isOver || !this.#api || this.#isLooking) return
    const [refused] = this.#set(now)
    this.#api.commit()
    if (refused) throw refused
  }

  answered(answer: FirstAnswer): void {
    this.#answers = [...this.#answers, answer]
  }

  stepDone(): void {
    // Progress and score have it.
  }

  leave(now: Standpoint): void {
    const api = this.#api
    if (this.#isOver || !api) return
    this.#isOver = true
    if (!this.#isLooking) {
      this.#set(now)
      for (const element of leavingElements(this.#version, now.time))
        quietly(() => api.set(...element))
      quietly(() => api.commit())
    }
    quietly(() => api.finish())
  }

  /** Sets what has changed. What is refused keeps nothing else back. @returns Why, of each that was refused. */
  #set({ outcome, kept, location }: Standpoint): readonly Error[] {
    const names = scormNames[this.#version]
    const all: readonly Element[] = [
      ...outcomeElements(this.#version, outcome, this.#hasMastery).filter(
        ([name]) => !(this.#wasComplete && !outcome.isComplete && STATUS.test(name)),
      ),
      ...(kept === undefined ? [] : [[names.suspend, kept] as const]),
    ]
    const refused = all.flatMap((element) => this.#setChanged(element))
    // Where the learner is, the lesson's own state says too; and not each system keeps answers.
    for (const error of [...this.#setChanged([names.location, location]), ...this.#setAnswers()])
      console.warn(error)
    return refused
  }

  #setChanged([name, value]: Element): readonly Error[] {
    if (this.#known.get(name) === value) return []
    const errors = this.#try([name, value])
    if (errors.length === 0) this.#known.set(name, value)
    return errors
  }

  #setAnswers(): readonly Error[] {
    const answers = this.#answers
    this.#answers = []
    return answers.flatMap((answer) => {
      const at = this.#next++
      const elements = answerElements(this.#version, answer, {
        ...{ at, now: this.#now(), language: this.#language },
      })
      return elements.flatMap((element) => this.#try(element))
    })
  }

  #try(element: Element): readonly Error[] {
    try {
      this.#api!.set(...element)
      return []
    } catch (error) {
      return [error instanceof Error ? error : new Error(String(error))]
    }
  }
}

function quietly<Value>(act: () => Value): Value | undefined {
  try {
    return act()
  } catch (error) {
    console.warn(error)
    return undefined
  }
}

/** The channel of this window. */
export const scormChannel = (
  version: ScormVersion,
  given: { readonly language: string; readonly mastery?: number | undefined },
): ScormChannel =>
  new ScormChannel(version, {
    ...given,
    find: () => findApi(window, scormNames[version].api),
    now: () => new Date(),
  })
