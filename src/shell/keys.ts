/**
 * Turns what a terminal sends into keys. Sequences may be split over calls at any place; text is
 * never lost: what turns out to be no sequence is given back as text.
 */
export type Key =
  /** Printable text: typed or pasted, one unit or a whole line. */
  | { readonly kind: 'text'; readonly text: string }
  /** `enter`, `tab`, `up`, `ctrl-a`, `alt-b`: a key that writes nothing by itself. */
  | { readonly kind: 'press'; readonly name: string }

/** What was read and means nothing yet. */
export interface KeyState {
  readonly mode: 'ground' | 'escape' | 'csi' | 'ss3' | 'console' | 'string' | 'string-escape'
  /** The units of the sequence or surrogate pair that is not yet whole. */
  readonly held: string
  readonly pasting: boolean
  /** The last unit was a carriage return: a line feed behind it is the same Enter. */
  readonly afterReturn: boolean
}

export const noKeys: KeyState = { mode: 'ground', held: '', pasting: false, afterReturn: false }

/** Units a sequence may have. The longest a terminal sends (a mouse report) has about 20. */
const MAX_SEQUENCE = 64
/** Units a reply of the terminal (a title, a colour) may have. */
const MAX_REPLY = 256

/** @returns The keys that `data` completes, and what is still open. Never throws. Linear. */
export function decodeKeys(
  state: KeyState,
  data: string,
): { readonly state: KeyState; readonly keys: readonly Key[] } {
  const reader = new KeyReader(state)
  for (let at = 0; at < data.length;) at = reader.read(data, at)
  return { state: reader.state, keys: reader.keys }
}

class KeyReader {
  readonly keys: Key[] = []
  #mode: KeyState['mode']
  #held: string
  #pasting: boolean
  #afterReturn: boolean

  constructor({ mode, held, pasting, afterReturn }: KeyState) {
    this.#mode = mode
    this.#held = held
    this.#pasting = pasting
    this.#afterReturn = afterReturn
  }

  get state(): KeyState {
    return {
      mode: this.#mode,
      held: this.#held,
      pasting: this.#pasting,
      afterReturn: this.#afterReturn,
    }
  }

  /** Reads from `at`; returns the position behind what was read. */
  read(data: string, at: number): number {
    return this.#mode === 'ground' ? this.#plain(data, at) : at + (this.#unit(data[at]!) ? 1 : 0)
  }

  #text(units: string): void {
    const last = this.keys.at(-1)
    if (units === '') return
    if (last?.kind === 'text')
      this.keys[this.keys.length - 1] = { kind: 'text', text: last.text + units }
    else this.keys.push({ kind: 'text', text: units })
  }

  #press(name: string): void {
    this.keys.push({ kind: 'press', name })
  }

  #ground(): void {
    this.#mode = 'ground'
    this.#held = ''
  }

  #giveBack(): void {
    this.#text(this.#held)
    this.#ground()
  }

  #sequence(body: string, final: string): void {
    this.#ground()
    if (body === '200' && final === '~') this.#pasting = true
    else if (body === '201' && final === '~') this.#pasting = false
    else if (!this.#pasting) {
      const name = nameOfSequence(body, final)
      if (name) this.#press(name)
    }
  }

  #control(unit: string): void {
    const isSameEnter = unit === '\n' && this.#afterReturn
    this.#afterReturn = unit === '\r'
    if (isSameEnter) return
    if (unit === '\x1b') this.#mode = 'escape'
    else if (unit === '\r' || unit === '\n') this.#press('enter')
    else if (!this.#pasting) this.#press(nameOfControl(unit))
    else if (unit === '\t') this.#text(unit)
  }

  /** Reads text up to the next control character at once, so that a paste is one key a line. */
  #plain(data: string, at: number): number {
    PLAIN.lastIndex = at
    const run = this.#held + (PLAIN.exec(data)?.[0] ?? '')
    const end = at + run.length - this.#held.length
    this.#held = ''
    if (end === at) {
      this.#text(wellFormed(run))
      this.#control(data[at]!)
      return at + 1
    }
    this.#afterReturn = false
    const isOpen = end === data.length && isHighSurrogate(run.at(-1)!)
    this.#text(wellFormed(isOpen ? run.slice(0, -1) : run))
    if (isOpen) this.#held = run.at(-1)!
    return end
  }

  /** Whether the unit was used up; otherwise the next mode reads it. */
  #unit(read: string): boolean {
    if (this.#mode === 'ss3') return this.#ss3(read)
    if (this.#mode === 'csi') return this.#csi(read)
    if (this.#mode === 'string' || this.#mode === 'string-escape') return this.#reply(read)
    if (this.#mode === 'console') this.#ground()
    else this.#escape(read)
    return true
  }

  #escape(unit: string): void {
    if (unit === '[') this.#mode = 'csi'
    else if (unit === 'O') this.#mode = 'ss3'
    else if (!this.#pasting && ']P_^'.includes(unit)) this.#mode = 'string'
    else this.#alt(unit)
  }

  #alt(unit: string): void {
    this.#ground()
    const name = this.#pasting ? undefined : ALT[unit]
    if (name) this.#press(name)
    else if (isControl(unit)) this.#control(unit)
    else if (isHighSurrogate(unit)) this.#held = unit
    else this.#text(unit)
  }

  #csi(unit: string): boolean {
    if (unit === '[' && this.#held === '') this.#mode = 'console'
    else if (unit >= ' ' && unit <= '?' && this.#held.length < MAX_SEQUENCE) this.#held += unit
    else if (unit >= '@' && unit <= '~') this.#sequence(this.#held, unit)
    else {
      this.#giveBack()
      return false
    }
    return true
  }

  #reply(unit: string): boolean {
    if (this.#mode === 'string-escape' && unit !== '\\') {
      this.#giveBack()
      this.#mode = 'escape'
      return false
    }
    if (this.#mode === 'string-escape' || unit === '\x07') this.#ground()
    else if (unit === '\x1b') this.#mode = 'string-escape'
    else if (isControl(unit) || this.#held.length >= MAX_REPLY) {
      this.#giveBack()
      return false
    } else this.#held += unit
    return true
  }

  #ss3(unit: string): boolean {
    if (SS3_FINAL.test(unit)) {
      this.#sequence('', unit)
      return true
    }
    this.#held = 'O'
    this.#giveBack()
    return false
  }
}

// eslint-disable-next-line no-control-regex -- everything but the controls is text
const PLAIN = /[^\x00-\x1f\x7f-\x9f]*/y
// eslint-disable-next-line no-control-regex -- C0, DEL and C1
const CONTROL = /[\x00-\x1f\x7f-\x9f]/
const isControl = (unit: string): boolean => CONTROL.test(unit)
const isHighSurrogate = (unit: string): boolean => unit >= '\ud800' && unit <= '\udbff'

/** Half a surrogate pair becomes U+FFFD. */
const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text) ? text.replace(LONE_SURROGATE, '\ufffd') : text
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function nameOfControl(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code === 9) return 'tab'
  if (code === 8 || code === 127) return 'backspace'
  return code < 32 ? `ctrl-${String.fromCharCode(code + 64).toLowerCase()}` : 'unknown'
}

/** What ends a sequence of the keypad or of F1 to F4 (xterm's application mode). */
const SS3_FINAL = /[A-DFHIMP-SXj-y]/

/** Alt sends an escape before the key. Any other character behind an escape is text. */
const ALT: Readonly<Record<string, string>> = {
  b: 'alt-b',
  f: 'alt-f',
  d: 'alt-d',
  '\x7f': 'alt-backspace',
  '\b': 'alt-backspace',
}

const CHARACTERS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  M: 'enter',
}

const NUMBERS: Readonly<Record<string, string>> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
}

/** Modifiers of xterm: 3 Alt, 5 Control, 7 both. */
const BY_WORD: Readonly<Record<string, string>> = { C: 'alt-f', D: 'alt-b' }

function nameOfSequence(body: string, final: string): string | undefined {
  const [first = '', modifier = ''] = body.split(';')
  if (/^[357]$/.test(modifier) && BY_WORD[final]) return BY_WORD[final]
  return final === '~' ? NUMBERS[first] : CHARACTERS[final]
}
