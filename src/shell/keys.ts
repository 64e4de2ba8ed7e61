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
  const reader = createReader(state)
  for (let at = 0; at < data.length;) at = reader.take(data, at)
  return { state: reader.state(), keys: reader.keys }
}

interface Reader {
  readonly keys: Key[]
  /** Reads from `at`; returns the position behind what was read. */
  take(data: string, at: number): number
  state(): KeyState
}

function createReader(start: KeyState): Reader {
  let { mode, held, pasting, afterReturn } = start
  const keys: Key[] = []
  const text = (units: string): void => {
    const last = keys.at(-1)
    if (units === '') return
    if (last?.kind === 'text') keys[keys.length - 1] = { kind: 'text', text: last.text + units }
    else keys.push({ kind: 'text', text: units })
  }
  const press = (name: string): void => void keys.push({ kind: 'press', name })
  const ground = (): void => {
    mode = 'ground'
    held = ''
  }
  const giveBack = (): void => {
    text(held)
    ground()
  }
  const hold = (next: KeyState['mode'], unit: string): void => {
    mode = next
    held += unit
  }

  function sequence(body: string, final: string): void {
    ground()
    if (body === '200' && final === '~') pasting = true
    else if (body === '201' && final === '~') pasting = false
    else if (!pasting) {
      const name = nameOfSequence(body, final)
      if (name) press(name)
    }
  }

  function control(unit: string): void {
    const sameEnter = unit === '\n' && afterReturn
    afterReturn = unit === '\r'
    if (sameEnter) return
    if (unit === '\x1b') return hold('escape', '')
    if (unit === '\r' || unit === '\n') return press('enter')
    if (!pasting) return press(nameOfControl(unit))
    if (unit === '\t') text(unit)
  }

  /** Reads text up to the next control character at once, so that a paste is one key a line. */
  function plain(data: string, at: number): number {
    PLAIN.lastIndex = at
    const run = held + (PLAIN.exec(data)?.[0] ?? '')
    const end = at + run.length - held.length
    held = ''
    if (end === at) {
      text(wellFormed(run))
      control(data[at]!)
      return at + 1
    }
    afterReturn = false
    const open = end === data.length && isHighSurrogate(run.at(-1)!)
    text(wellFormed(open ? run.slice(0, -1) : run))
    if (open) held = run.at(-1)!
    return end
  }

  function escape(unit: string): void {
    if (unit === '[') mode = 'csi'
    else if (unit === 'O') mode = 'ss3'
    else if (!pasting && ']P_^'.includes(unit)) mode = 'string'
    else alt(unit)
  }

  function alt(unit: string): void {
    ground()
    const name = pasting ? undefined : ALT[unit]
    if (name) return press(name)
    if (isControl(unit)) control(unit)
    else if (isHighSurrogate(unit)) held = unit
    else text(unit)
  }

  function csi(unit: string): boolean {
    if (unit === '[' && held === '') hold('console', '')
    else if (unit >= ' ' && unit <= '?' && held.length < MAX_SEQUENCE) held += unit
    else if (unit >= '@' && unit <= '~') sequence(held, unit)
    else {
      giveBack()
      return false
    }
    return true
  }

  function reply(unit: string): boolean {
    if (mode === 'string-escape') {
      if (unit === '\\') ground()
      else {
        giveBack()
        mode = 'escape'
        return false
      }
    } else if (unit === '\x07') ground()
    else if (unit === '\x1b') mode = 'string-escape'
    else if (isControl(unit) || held.length >= MAX_REPLY) {
      giveBack()
      return false
    } else held += unit
    return true
  }

  function ss3(unit: string): boolean {
    if (SS3_FINAL.test(unit)) {
      sequence('', unit)
      return true
    }
    held = 'O'
    giveBack()
    return false
  }

  /** Whether the unit was used up; otherwise the next mode reads it. */
  function unit(read: string): boolean {
    if (mode === 'ss3') return ss3(read)
    if (mode === 'csi') return csi(read)
    if (mode === 'string' || mode === 'string-escape') return reply(read)
    if (mode === 'console') ground()
    else escape(read)
    return true
  }

  return {
    keys,
    take: (data, at) => (mode === 'ground' ? plain(data, at) : at + (unit(data[at]!) ? 1 : 0)),
    state: () => ({ mode, held, pasting, afterReturn }),
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

/** Alt sends an escape before the key. Any other letter behind an escape is text. */
const ALT: Readonly<Record<string, string>> = {
  b: 'alt-b',
  f: 'alt-f',
  d: 'alt-d',
  '\x7f': 'alt-backspace',
  '\b': 'alt-backspace',
}

const LETTERS: Readonly<Record<string, string>> = {
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
  7: 'home',
  8: 'end',
}

/** Modifiers of xterm: 3 Alt, 5 Control, 7 both. */
const BY_WORD: Readonly<Record<string, string>> = { C: 'alt-f', D: 'alt-b' }

function nameOfSequence(body: string, final: string): string | undefined {
  const [first = '', modifier = ''] = body.split(';')
  if (/^[357]$/.test(modifier) && BY_WORD[final]) return BY_WORD[final]
  return final === '~' ? NUMBERS[first] : LETTERS[final]
}
