import { words } from '#words/find'
import { findEntries, type FindEntry, type FindKind } from './find-entries.ts'
import './palette.css'

let palette: Palette | undefined

/** Opens the palette, or closes it. */
export function togglePalette(): void {
  palette ??= new Palette(homeOf(document))
  palette.toggle()
}

/** The site's root: where the mark in the masthead leads. */
const homeOf = (page: Document): URL =>
  new URL(page.querySelector<HTMLAnchorElement>('a.mark')?.href ?? './', page.baseURI)

/**
 * A dialog that leads to lessons, rules, terms, codes, commands and tools: a field, and below it a list
 * of what was found, through which the arrow keys go while the focus stays in the field.
 */
class Palette {
  readonly #home: URL
  readonly #dialog = document.createElement('dialog')
  readonly #field = document.createElement('input')
  readonly #list = document.createElement('ul')
  readonly #status = document.createElement('p')
  #entries: Promise<readonly FindEntry[]> | undefined
  #found: readonly FindEntry[] = []
  #chosen = 0

  constructor(home: URL) {
    this.#home = home
    this.#build()
    document.body.append(this.#dialog)
    this.#field.addEventListener('input', () => void this.#search())
    this.#dialog.addEventListener('keydown', (event) => this.#onKey(event))
    this.#dialog.addEventListener('click', (event) => this.#onClick(event))
    this.#list.addEventListener('pointermove', ({ target }) => this.#choose(this.#indexOf(target)))
  }

  toggle(): void {
    if (this.#dialog.open) return this.#dialog.close()
    this.#dialog.showModal()
    this.#field.select()
    void this.#search()
  }

  #build(): void {
    this.#dialog.className = 'palette'
    this.#dialog.ariaLabel = words.title
    Object.assign(this.#field, { type: 'text', placeholder: words.placeholder, role: 'combobox' })
    Object.assign(this.#field, { autocomplete: 'off', autocapitalize: 'none', spellcheck: false })
    Object.assign(this.#field, { ariaLabel: words.title, ariaAutoComplete: 'list' })
    this.#field.setAttribute('aria-controls', 'palette-list')
    Object.assign(this.#list, { id: 'palette-list', role: 'listbox', ariaLabel: words.found })
    this.#status.role = 'status'
    const close = element('button', words.close)
    close.type = 'button'
    close.className = 'button plain small'
    close.addEventListener('click', () => this.#dialog.close())
    const row = element('div')
    row.className = 'row'
    row.append(this.#field, close)
    this.#dialog.append(row, this.#status, this.#list)
  }

  async #search(): Promise<void> {
    const query = this.#field.value
    try {
      const found = findEntries(await this.#fetched(), query)
      // Somebody who types on gets what they typed last.
      if (query !== this.#field.value) return
      this.#draw(found, query.trim() === '' ? '' : words.count(found.length))
    } catch {
      this.#draw([], words.notLoaded)
    }
  }

  #fetched(): Promise<readonly FindEntry[]> {
    this.#entries ??= fetch(new URL('find.json', this.#home)).then((answer) => {
      if (!answer.ok) throw new Error(`find.json: ${answer.status}`)
      return answer.json() as Promise<readonly FindEntry[]>
    })
    this.#entries.catch(() => (this.#entries = undefined))
    return this.#entries
  }

  #draw(found: readonly FindEntry[], status: string): void {
    this.#found = found
    this.#list.replaceChildren(...found.map(optionOf))
    this.#list.hidden = found.length === 0
    this.#field.ariaExpanded = String(found.length > 0)
    this.#status.textContent = status
    this.#list.scrollTop = 0
    this.#chosen = -1
    if (found.length) this.#choose(0)
    else this.#field.removeAttribute('aria-activedescendant')
  }

  #choose(index: number): void {
    if (index === this.#chosen || index < 0) return
    const options = [...this.#list.children]
    if (options[this.#chosen]) options[this.#chosen]!.ariaSelected = 'false'
    this.#chosen = index
    const option = options[index]!
    option.ariaSelected = 'true'
    this.#field.setAttribute('aria-activedescendant', option.id)
  }

  #onKey(event: KeyboardEvent): void {
    // What is typed here is for no shortcut of the page.
    event.stopPropagation()
    const { key, isComposing } = event
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (isComposing || event.target !== this.#field) return
    if (step !== undefined && this.#found.length) {
      const { length } = this.#found
      this.#choose((this.#chosen + step + length) % length)
      this.#list.children[this.#chosen]?.scrollIntoView({ block: 'nearest' })
      event.preventDefault()
    } else if (key === 'Enter') {
      event.preventDefault()
      this.#go(this.#chosen, event.ctrlKey || event.metaKey)
    }
  }

  #onClick({ target, ctrlKey, metaKey }: MouseEvent): void {
    // The dialog itself is what lies around its parts: a click beside it.
    if (target === this.#dialog) this.#dialog.close()
    const index = this.#indexOf(target)
    if (index >= 0) this.#go(index, ctrlKey || metaKey)
  }

  #indexOf(target: EventTarget | null): number {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    return option ? [...this.#list.children].indexOf(option) : -1
  }

  #go(index: number, elsewhere: boolean): void {
    const entry = this.#found[index]
    if (!entry) return
    const there = new URL(entry[2], this.#home)
    if (elsewhere) return void window.open(there)
    this.#dialog.close()
    location.assign(there)
  }
}

/** What is in English in each language. */
const IN_ENGLISH: readonly FindKind[] = ['term', 'code', 'command', 'rule']

function optionOf([kind, title, , note]: FindEntry, index: number): HTMLLIElement {
  const option = element('li')
  Object.assign(option, { id: `palette-${index}`, role: 'option', ariaSelected: 'false' })
  const parts = [
    { name: 'kind', text: words.kinds[kind] },
    { name: 'title', text: title },
    { name: 'note', text: note },
  ]
  for (const { name, text } of parts.filter((part) => part.text !== '')) {
    const part = element('span', text)
    part.className = name
    if (name !== 'kind' && IN_ENGLISH.includes(kind)) part.lang = 'en'
    option.append(part, ' ')
  }
  return option
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
