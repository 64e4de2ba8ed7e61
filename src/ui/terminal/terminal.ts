import { words } from '#words/terminal'
import { Terminal, type ITheme } from '@xterm/xterm'
import type { Sink } from '../state/terminal-feed.svelte.ts'
import { LineMarks } from './line-marks.ts'
import { keyAction, type TerminalKeyState } from './keys.ts'
import { shellWidths } from './unicode.ts'

export interface TerminalView extends Sink {
  /** For what is drawn over it. */
  readonly terminal: Terminal
  readonly marks: LineMarks
  focus(): void
  /** In CSS pixels. */
  setTypeSize(size: number): void
  /** Columns that fit. */
  readonly columns: number
  dispose(): void
}

export interface TerminalOptions {
  /** Off where a plain line takes the typing. */
  readonly keyboard: boolean
  /** Of its type, in CSS pixels. */
  readonly size: number
  /** Takes a key before anything else does. @returns Whether it did. */
  takes(key: string): boolean
  typed(data: string): void
  /** What Tab may do now. */
  keys(): Omit<TerminalKeyState, 'armed' | 'selected'>
  /** Whether the next Tab leaves. */
  armed(now: boolean): void
  resized(columns: number): void
}

/** Draws a terminal into an element: colours from the tokens, size from the element. */
export function openTerminal(element: HTMLElement, options: TerminalOptions): TerminalView {
  const terminal = new Terminal({
    // Its own count of cells may only be replaced by what is proposed so far.
    allowProposedApi: true,
    convertEol: false,
    cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    cursorInactiveStyle: 'outline',
    disableStdin: !options.keyboard,
    drawBoldTextInBrightColors: false,
    fontFamily: token('--font-wire'),
    fontSize: options.size,
    lineHeight: 1.35,
    minimumContrastRatio: 4.5,
    scrollback: 3000,
    theme: themeFromTokens(),
  })
  terminal.unicode.register(shellWidths)
  terminal.unicode.activeVersion = shellWidths.version
  const marks = new LineMarks(terminal)
  terminal.open(element)
  handleKeys(terminal, options)
  terminal.onData((data) => options.typed(data))
  if (!options.keyboard) terminal.textarea?.setAttribute('tabindex', '-1')
  terminal.textarea?.setAttribute('aria-label', words.leaving)

  const refit = () => {
    // Hidden elements have no size to fit.
    if (element.clientWidth > 0) fit(terminal, element)
    options.resized(terminal.cols)
  }
  const watcher = new ResizeObserver(() => requestAnimationFrame(refit))
  watcher.observe(element)
  const recolour = () => (terminal.options.theme = themeFromTokens())
  const night = matchMedia('(prefers-color-scheme: dark)')
  night.addEventListener('change', recolour)
  document.addEventListener('helo:theme', recolour)
  refit()

  return {
    terminal,
    marks,
    setTypeSize(size) {
      terminal.options.fontSize = size
      refit()
    },
    write: (text) => terminal.write(text),
    clear: () => terminal.reset(),
    focus: () => terminal.focus(),
    get columns() {
      return terminal.cols
    },
    dispose() {
      watcher.disconnect()
      night.removeEventListener('change', recolour)
      document.removeEventListener('helo:theme', recolour)
      terminal.dispose()
    },
  }
}

/** Width of the scroll bar, in CSS pixels. */
const SCROLL_BAR = 14

/** As many cells as the element has room for; one cell is measured by what is drawn. */
function fit(terminal: Terminal, element: HTMLElement): void {
  const { clientWidth, clientHeight } = element.querySelector('.xterm-screen')!
  const columns = ((element.clientWidth - SCROLL_BAR) * terminal.cols) / clientWidth
  const rows = (element.clientHeight * terminal.rows) / clientHeight
  // A screen that is not drawn yet has no size to divide by.
  if (clientWidth > 0)
    terminal.resize(Math.max(2, Math.floor(columns)), Math.max(1, Math.floor(rows)))
}

function handleKeys(terminal: Terminal, options: TerminalOptions): void {
  let armed = false
  const arm = (now: boolean) => {
    if (armed !== now) options.armed(now)
    armed = now
  }
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true
    const { key, ctrlKey: ctrl, metaKey: meta, shiftKey: shift } = event
    if (options.takes(key)) {
      event.preventDefault()
      return false
    }
    const state = { ...options.keys(), armed, selected: terminal.hasSelection() }
    const action = keyAction({ key, ctrl, meta, shift }, state)
    if (!['Shift', 'Control', 'Meta', 'Alt'].includes(key)) arm(action === 'arm')
    return action === 'type'
  })
  terminal.textarea?.addEventListener('blur', () => arm(false))
}

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

function themeFromTokens(): ITheme {
  const [ink, faint] = [token('--ink'), token('--ink-faint')]
  const [red, green, yellow, blue] = ['--error', '--ok', '--warn', '--act'].map(token)
  return Object.fromEntries(
    Object.entries({
      background: token('--wire'),
      foreground: ink,
      cursor: token('--caret'),
      cursorAccent: token('--wire'),
      selectionBackground: token('--select'),
      black: ink,
      brightBlack: faint,
      white: ink,
      brightWhite: ink,
      ...{ red, green, yellow, blue, magenta: red, cyan: blue },
      brightCyan: token('--go'),
    }).filter(([, value]) => value),
  )
}
