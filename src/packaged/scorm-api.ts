import type { ScormNames } from '../learning/scorm.ts'

/** How many windows up an API is looked for: a system that goes round in circles ends the search. */
const MOST_WINDOWS = 50

/** What a window has that we look at; reading any of it may throw where it is of another origin. */
type AnyWindow = Readonly<Record<string, unknown>>

/**
 * Looks for the object of a learning system, in this window, those around it, and those of the window that opened
 * it. Never throws.
 */
export function findApi(here: unknown, name: string): object | undefined {
  const around = upFrom(here, name)
  if (around.api) return around.api
  for (const window of [here, around.top]) {
    const opener = read(window, 'opener')
    const api = opener ? upFrom(opener, name).api : undefined
    if (api) return api
  }
  return undefined
}

function upFrom(start: unknown, name: string): { readonly api?: object; readonly top: unknown } {
  let window = start
  for (let count = 0; count < MOST_WINDOWS; count++) {
    const api = read(window, name)
    if (typeof api === 'object' && api !== null) return { api, top: window }
    const parent = read(window, 'parent')
    if (!parent || parent === window) break
    window = parent
  }
  return { top: window }
}

function read(window: unknown, name: string): unknown {
  try {
    return (window as AnyWindow)[name]
  } catch {
    return undefined
  }
}

/** The calls of an API. Each throws where the system does, or where it says that it could not. */
export class ScormApi {
  readonly #api: object
  readonly #names: ScormNames

  constructor(api: object, names: ScormNames) {
    this.#api = api
    this.#names = names
  }

  initialize(): void {
    this.#need('initialize', '')
  }

  finish(): void {
    this.#need('finish', '')
  }

  commit(): void {
    this.#need('commit', '')
  }

  set(name: string, value: string): void {
    this.#need('set', name, value)
  }

  /** What has no value, or is not known, is empty. */
  get(name: string): string {
    const value = this.#call('get', name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }

  #need(call: keyof ScormNames['calls'], ...given: readonly string[]): void {
    const answer = this.#call(call, ...given)
    if (String(answer) === 'true' || answer === 1 || answer === '1') return
    throw new Error(`${this.#names.calls[call]}(${given.join(', ').slice(0, 80)}): ${this.#why()}`)
  }

  #call(call: keyof ScormNames['calls'], ...given: readonly string[]): unknown {
    const name = this.#names.calls[call]
    const act = (this.#api as Record<string, unknown>)[name]
    if (typeof act !== 'function') throw new Error(`The learning system has no ${name}.`)
    return (act as (...given: string[]) => unknown).apply(this.#api, [...given])
  }

  #why(): string {
    try {
      return `error ${String(this.#call('lastError'))}`
    } catch {
      return 'no reason given'
    }
  }
}
