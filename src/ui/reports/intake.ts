import { words } from '#words/reports'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import { inMebibytes, reportLimits } from '../../lab/reports/limits.ts'
import { listenToFiles } from '../intake/listen-to-files.ts'
import {
  isNothing,
  MAX_KEPT,
  nothingGiven,
  octetsOf,
  readGiven,
  writeGiven,
  type Given,
} from './given.ts'
import { listFiles } from './list-files.ts'
import type { OpenedResults } from './open-results.ts'
import { takeFiles } from './take-files.ts'

const byId = <Kind extends HTMLElement>(id: string) => document.querySelector<Kind>(`#${id}`)!

/** Under which what was given is kept until the tab closes. */
const KEY = 'helo-world/reports'

/** Characters up to which a pasted text stays in the field. */
const MAX_IN_FIELD = 200_000

/** Milliseconds that the hand must rest before what it types is read. */
const REST = 500

/** Takes what is pasted, dropped or chosen, keeps it, and hands it to what reads it. */
export function openIntake(): void {
  new Intake().open()
}

class Intake {
  #given: Given = nothingGiven
  #isLinked = false
  #results: Promise<OpenedResults> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined
  readonly #text = byId<HTMLTextAreaElement>('report-text')
  readonly #own = byId<HTMLInputElement>('own')
  readonly #zone = byId<HTMLTextAreaElement>('zone')

  open(): void {
    // What was typed before this script came stays.
    const typed = { text: this.#text.value, own: this.#own.value, zone: this.#zone.value }
    const kept = readGiven(attempt(() => sessionStorage.getItem(KEY)) ?? null)
    this.#change({
      ...kept,
      ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')),
    })
    this.#listen()
    if (location.hash.startsWith('#s=')) void this.#openLink()
    addEventListener('hashchange', () => {
      if (location.hash.startsWith('#s=')) void this.#openLink()
    })
  }

  #listen(): void {
    const typed = () => {
      const [text, own, zone] = [this.#text.value, this.#own.value, this.#zone.value]
      this.#change({ ...this.#given, text, own, zone }, REST)
    }
    for (const field of [this.#text, this.#own, this.#zone]) field.addEventListener('input', typed)
    this.#text.addEventListener('paste', (event) => this.#paste(event))
    this.#zone.addEventListener('paste', (event) => this.#pasteZone(event))
    listenToFiles({
      chosen: (files) => void this.#take(files),
      dropped: ({ files }) => void this.#take([...files]),
    })
    byId('another').addEventListener('click', () => this.#keepText())
    byId('example').addEventListener('click', () => void this.#showExample())
    byId('share').addEventListener('click', () => void this.#share())
    byId('clear').addEventListener('click', () => {
      this.#change(nothingGiven)
      this.#say(words.cleared)
      this.#text.focus()
    })
    byId('give').addEventListener('submit', (event) => event.preventDefault())
  }

  #paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])]
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (files.length > 0 && text === '') {
      event.preventDefault()
      void this.#take(files)
    } else if (text.length > MAX_IN_FIELD) {
      event.preventDefault()
      void this.#take([asFile(this.#nextName(), text)]).then(() => this.#say(words.movedToFiles))
    }
  }

  /** So long a text would make the page slow; it is read up to a limit anyway. */
  #pasteZone(event: ClipboardEvent): void {
    const { length } = event.clipboardData?.getData('text/plain') ?? ''
    if (length <= reportLimits.zone) return
    event.preventDefault()
    this.#say(words.zoneTooLong(length, reportLimits.zone))
  }

  async #take(files: readonly Parameters<typeof takeFiles>[0][number][]): Promise<void> {
    const { files: taken, said } = await takeFiles(files, this.#given.files)
    this.#say(said)
    if (taken.length > 0) this.#change({ ...this.#given, files: [...this.#given.files, ...taken] })
  }

  #keepText(): void {
    const { text } = this.#given
    if (text.trim() === '') this.#say(words.nothingToKeep)
    else {
      const file = { name: this.#nextName(), bytes: octetsOf(text) }
      this.#change({ ...this.#given, text: '', files: [...this.#given.files, file] })
      this.#say(words.kept)
    }
    this.#text.focus()
  }

  #nextName(): string {
    const names = new Set(this.#given.files.map(({ name }) => name))
    let number = 1
    while (names.has(words.pasted(number))) number++
    return words.pasted(number)
  }

  async #showExample(): Promise<void> {
    try {
      const { files, zone } = await (await this.#open()).example()
      const taken = files.map(({ name, text }) => ({ name, bytes: octetsOf(text) }))
      this.#change({ ...nothingGiven, zone, files: taken })
      this.#say(words.exampleThere)
    } catch {
      this.#say(words.notReached)
    }
  }

  async #share(): Promise<void> {
    if (isNothing(this.#given)) return this.#say(words.nothingToShare)
    try {
      const { shareGiven } = await fetchAgain(() => import('./share-given.ts'))
      this.#say(await shareGiven(this.#given))
    } catch {
      this.#say(words.notReached)
    }
  }

  /** Beside the learner’s own, which stays as it was. */
  async #openLink(): Promise<void> {
    const { readLinked, showBanner } = await fetchAgain(() => import('./share-given.ts'))
    const { given, fault } = readLinked(location.hash)
    showBanner(byId('linked'), fault)
    if (!given) return
    this.#isLinked = true
    this.#change(given)
  }

  /** @param wait Milliseconds until it is read; at once by default. */
  #change(given: Given, wait = 0): void {
    this.#given = given
    for (const [field, value] of [
      [this.#text, given.text],
      [this.#own, given.own],
      [this.#zone, given.zone],
    ] as const)
      if (field.value !== value) field.value = value
    listFiles(byId('files'), given.files, (file) => {
      this.#change({ ...given, files: given.files.filter((one) => one !== file) })
    })
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#settle(), wait)
  }

  #settle(): void {
    if (!this.#isLinked) this.#keep()
    if (isNothing(this.#given) && !this.#results) return
    this.#open().then(
      (results) => results.read(this.#given),
      () => this.#say(words.notReached),
    )
  }

  #keep(): void {
    const written = writeGiven(this.#given)
    const isKept =
      written !== undefined && attempt(() => (sessionStorage.setItem(KEY, written), true)) === true
    if (!isKept)
      this.#say(words.notKept(inMebibytes(Math.floor(MAX_KEPT / 1024 / 1024) * 1024 * 1024)))
  }

  #open(): Promise<OpenedResults> {
    this.#results ??= fetchAgain(() => import('./open-results.ts')).then(({ openResults }) =>
      openResults(byId('shown')),
    )
    this.#results.catch(() => (this.#results = undefined))
    return this.#results
  }

  #say(text: string): void {
    byId('said').textContent = text
  }
}

const asFile = (name: string, text: string) => {
  const bytes = octetsOf(text)
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
