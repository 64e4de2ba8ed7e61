/** What the page does with a key before the terminal sees it. */
export type KeyAction =
  /** The terminal takes it. */
  | 'type'
  /** The browser takes it: paste, copy, moving the focus. */
  | 'browser'
  /** Neither takes it; the next Tab leaves. */
  | 'arm'

export interface Key {
  readonly key: string
  readonly ctrl: boolean
  readonly meta: boolean
  readonly shift: boolean
}

export interface TerminalKeyState {
  /** Escape was pressed: Tab leaves. */
  readonly armed: boolean
  /** There is text in the line that Tab could complete. */
  readonly completes: boolean
  readonly selected: boolean
}

/**
 * Keeps the keyboard free: Tab completes where there is text, and leaves an empty line. What the
 * browser does with Control or Command and a sign (its own size of type) stays the browser's.
 */
export function keyAction(pressed: Key, state: TerminalKeyState): KeyAction {
  const { key, ctrl, meta, shift } = pressed
  const lower = key.toLowerCase()
  if (key === 'Escape') return 'arm'
  // The desk goes from slot to slot with it.
  if (key === 'F6') return 'browser'
  if (key === 'Tab') return state.completes && !state.armed && !shift ? 'type' : 'browser'
  if ((ctrl || meta) && ['v', '+', '-', '=', '0'].includes(lower)) return 'browser'
  if (ctrl && lower === 'c' && (shift || state.selected)) return 'browser'
  if (meta && (lower === 'c' || lower === 'a')) return 'browser'
  return 'type'
}

/**
 * Whether there is text at the prompt after these keys.
 * @param before Whether there was before.
 */
export function hasTextAtPrompt(before: boolean, typed: string): boolean {
  let hasText = before
  for (const key of typed) {
    if (key === '\r' || key === '\n' || key === '\x03' || key === '\x15') hasText = false
    else if (key !== '\x7f' && key !== '\b' && key !== '\t') hasText = true
  }
  return hasText
}

const CHUNK = 16_384

/** A paste in parts: with a rest between them, a megabyte does not stop the page. */
export function chunksOf(text: string, size = CHUNK): string[] {
  const chunks: string[] = []
  let at = 0
  while (at < text.length) {
    let end = Math.min(at + size, text.length)
    // A pair of surrogates is one character.
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1]!)) end++
    chunks.push(text.slice(at, end))
    at = end
  }
  return chunks
}
