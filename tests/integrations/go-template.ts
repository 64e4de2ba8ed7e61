/** A value of a template. */
export type Value = string | boolean | readonly string[] | Readonly<Record<string, string>>

/** What stands between two `{{` and `}}`, or the text around them. */
interface Part {
  readonly text: string
  readonly isAction: boolean
}

type Functions = Readonly<Record<string, (...given: Value[]) => Value>>

/**
 * Renders a template as Hugo does, as far as a small shortcode goes: variables, `if`, `range`, pipes and functions.
 * @param data Reads a field such as `.Inner`, with what stands behind it.
 * @throws What `errorf` says, and a sentence where the template has what this does not know.
 */
export function renderTemplate(
  source: string,
  data: (field: string, ...given: Value[]) => Value,
): string {
  const trimmed = source.replace(/\s*\{\{- /g, '{{ ').replace(/ -\}\}\s*/g, ' }}')
  const parts: Part[] = trimmed
    .split(/(\{\{[^]*?\}\})/)
    .map((text) =>
      text.startsWith('{{')
        ? { text: text.slice(2, -2).trim(), isAction: true }
        : { text, isAction: false },
    )
  const template = new Template(parts, data)
  return template.render(0, true)[0]
}

class Template {
  readonly #variables = new Map<string, Value>()
  readonly #parts: readonly Part[]
  readonly #data: (field: string, ...given: Value[]) => Value

  constructor(parts: readonly Part[], data: (field: string, ...given: Value[]) => Value) {
    this.#parts = parts
    this.#data = data
  }

  /** @returns What was made, and the index of the `end` that closes it. */
  render(from: number, isWanted: boolean): readonly [text: string, end: number] {
    let made = ''
    let at = from
    for (; at < this.#parts.length; at++) {
      const { text, isAction } = this.#parts[at]!
      if (isAction && text === 'end') break
      const [, word, rest = ''] = /^(if|range) (.*)$/s.exec(isAction ? text : '') ?? []
      const [inner, end] =
        word === 'if'
          ? this.render(at + 1, isWanted && isTrue(this.#value(rest)))
          : word === 'range'
            ? this.#range(at + 1, isWanted, rest)
            : [isAction ? (isWanted ? this.#act(text) : '') : text, at]
      if (isWanted) made += inner
      at = end
    }
    return [made, at]
  }

  #range(from: number, isWanted: boolean, head: string): readonly [string, number] {
    const [, key = '', item = '', list = ''] = /^(\$\w+), (\$\w+) := (.*)$/.exec(head) ?? []
    const entries = isWanted ? Object.entries(this.#value(list)) : []
    let made = ''
    for (const [name, value] of entries) {
      this.#variables.set(key, name).set(item, value)
      made += this.render(from, true)[0]
    }
    return [made, this.render(from, false)[1]]
  }

  #act(text: string): string {
    if (text.startsWith('/*')) return ''
    const [, name, expression] = /^(\$\w+) :?= ([^]*)$/.exec(text) ?? []
    if (name === undefined) return String(this.#value(text))
    this.#variables.set(name, this.#value(expression!))
    return ''
  }

  #value(expression: string): Value {
    const words = expression.match(/`[^`]*`|"[^"]*"|[()|]|[^\s()|]+/g) ?? []
    const read = (piped: readonly Value[]): Value => {
      const given: Value[] = []
      while (words.length > 0 && words[0] !== ')' && words[0] !== '|') {
        const word = words.shift()!
        given.push(word === '(' ? read([]) : this.#word(word))
        // The parenthesis that closes it.
        if (word === '(') words.shift()
      }
      const made = this.#call([...given, ...piped])
      if (words[0] !== '|') return made
      words.shift()
      return read([made])
    }
    return read([])
  }

  #word(word: string): Value {
    if (/^[`"]/.test(word)) return word.slice(1, -1)
    if (word.startsWith('$')) return this.#variables.get(word) ?? ''
    return word.startsWith('.') && word !== '.Get' ? this.#data(word) : word
  }

  #call([name, ...given]: readonly Value[]): Value {
    if (given.length === 0) return name ?? ''
    if (name === '.Get') return this.#data('.Get', ...given)
    const called = functions[String(name)]
    if (!called) throw new Error(`The template calls ${String(name)}, which is not known here.`)
    return called(...given)
  }
}

const isTrue = (value: Value): boolean =>
  typeof value === 'object' ? Object.keys(value).length > 0 : value !== false && value !== ''

const printf = (format: Value, ...given: Value[]): string =>
  String(format).replace(/%([sq])/g, (_, how) =>
    how === 'q' ? JSON.stringify(given.shift()) : String(given.shift()),
  )

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' },
}

const functions: Functions = {
  printf,
  slice: (...items) => items.map(String),
  in: (list, item) => (list as readonly string[]).includes(String(item)),
  not: (value) => !isTrue(value),
  or: (...values) => values.find(isTrue) ?? false,
  eq: (one, other) => one === other,
  findRE: (pattern, text) =>
    String(text).match(new RegExp(String(pattern).replace('(?i)', ''), 'i')) ?? [],
  delimit: (list, by) => (list as readonly string[]).join(String(by)),
  htmlEscape: (text) => String(text).replace(/[&<>"']/g, (mark) => entities[mark]!),
  safeHTML: (text) => text,
  'strings.TrimSuffix': (end, text) =>
    String(text).endsWith(String(end)) ? String(text).slice(0, -String(end).length) : text,
  errorf: (format, ...given) => {
    throw new Error(printf(format, ...given))
  },
}
