import { words as texts } from '#words/rules'
import { findRules, isEmpty, type RuleEntry, type RuleQuery } from './find-rules.ts'
import { resultItem } from './result-item.ts'

/** What narrows a search down; each is a list to choose from, by this id. */
const filters = ['family', 'severity', 'record'] as const
type Filter = (typeof filters)[number]

/** As many results as a list may have that somebody reads. */
const MOST = 50

/** The search over all rules: it takes the place of the list of families while it looks for something. */
export class RuleSearch {
  readonly #words: HTMLInputElement
  readonly #filters: Readonly<Record<Filter, HTMLSelectElement>>
  readonly #status: HTMLElement
  readonly #results: HTMLElement
  readonly #families: HTMLElement
  readonly #load: () => Promise<readonly RuleEntry[]>
  #entries: Promise<readonly RuleEntry[]> | undefined

  /** @param load Fetches the rules; called when somebody first searches, and again after a failure. */
  constructor(page: ParentNode, load: () => Promise<readonly RuleEntry[]>) {
    this.#words = page.querySelector<HTMLInputElement>('#words')!
    const filter = (name: Filter) => page.querySelector<HTMLSelectElement>(`#${name}`)!
    this.#filters = {
      ...{ severity: filter('severity'), family: filter('family'), record: filter('record') },
    }
    this.#status = page.querySelector<HTMLElement>('#found')!
    this.#results = page.querySelector<HTMLElement>('#results')!
    this.#families = page.querySelector<HTMLElement>('#families')!
    this.#load = load
  }

  /** Shows the search, with the query that the address carries. */
  start(): void {
    const asked = new URLSearchParams(location.search)
    this.#words.value = asked.get('q') ?? ''
    for (const name of filters) {
      const value = asked.get(name) ?? ''
      const field = this.#filters[name]
      if ([...field.options].some((option) => option.value === value)) field.value = value
    }
    for (const field of [this.#words, ...Object.values(this.#filters)])
      field.addEventListener('input', () => void this.update())
    this.#words.addEventListener('focus', () => void this.#fetched().catch(() => {}))
    document.addEventListener('keydown', (event) => this.#onKey(event))
    this.#words.closest<HTMLElement>('#search')!.hidden = false
    if (!isEmpty(this.#query)) void this.update()
  }

  /** Draws what the fields ask for. */
  async update(): Promise<void> {
    const query = this.#query
    keepInAddress(query)
    if (isEmpty(query)) return this.#draw([], '')
    try {
      const found = findRules(await this.#fetched(), query)
      // Somebody who types on gets what they typed last.
      if (isSame(query, this.#query)) this.#draw(found.slice(0, MOST), summary(found.length))
    } catch {
      this.#draw([], texts.notLoaded)
      this.#families.hidden = false
    }
  }

  get #query(): RuleQuery {
    const { severity, family, record } = this.#filters
    const chosen = { severity: severity.value, family: family.value, record: record.value }
    return { words: this.#words.value, ...chosen }
  }

  #fetched(): Promise<readonly RuleEntry[]> {
    this.#entries ??= this.#load()
    this.#entries.catch(() => (this.#entries = undefined))
    return this.#entries
  }

  #draw(found: readonly RuleEntry[], status: string): void {
    this.#results.replaceChildren(...found.map(resultItem))
    this.#status.textContent = status
    this.#families.hidden = status !== ''
  }

  #onKey(event: KeyboardEvent): void {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const links = [...this.#results.querySelectorAll('a')]
    const at = links.findIndex((link) => link === target)
    const inside = at !== -1 || target === this.#words
    if (key === '/' && !(target instanceof HTMLInputElement)) this.#toWords(event)
    else if (key === 'Escape' && inside) this.#clear(event)
    else if (key === 'ArrowDown' && inside) this.#focus(event, links[at + 1])
    else if (key === 'ArrowUp' && at > 0) this.#focus(event, links[at - 1])
    else if (key === 'ArrowUp' && at === 0) this.#toWords(event)
  }

  #clear(event: KeyboardEvent): void {
    this.#words.value = ''
    this.#toWords(event)
    void this.update()
  }

  #toWords(event: KeyboardEvent): void {
    this.#focus(event, this.#words)
    this.#words.select()
  }

  #focus(event: KeyboardEvent, element: HTMLElement | undefined): void {
    if (!element) return
    event.preventDefault()
    element.focus()
  }
}

function summary(count: number): string {
  if (count === 0) return texts.none
  if (count > MOST) return texts.first(MOST, count)
  return texts.found(count)
}

const isSame = (one: RuleQuery, other: RuleQuery): boolean =>
  one.words === other.words && filters.every((name) => one[name] === other[name])

/** So that a search can be linked, and is there again on the way back from a rule. */
function keepInAddress({ words, ...chosen }: RuleQuery): void {
  const url = new URL(location.href)
  for (const [name, value] of Object.entries({ q: words.trim(), ...chosen }))
    if (value === '') url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  history.replaceState(history.state, '', url)
}
