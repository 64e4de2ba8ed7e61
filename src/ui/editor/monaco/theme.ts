import * as monaco from 'monaco-editor/editor'
import { boldKinds, inks } from '../inks.ts'
import { scopeOf } from './tokens.ts'

/** Dresses Monaco in the tokens, and again whenever they change. @returns A function that stops. */
export function followTheme(): () => void {
  const wishes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((one) =>
    matchMedia(one),
  )
  applyTheme()
  for (const wish of wishes) wish.addEventListener('change', applyTheme)
  document.addEventListener('helo:theme', applyTheme)
  return () => {
    for (const wish of wishes) wish.removeEventListener('change', applyTheme)
    document.removeEventListener('helo:theme', applyTheme)
  }
}

function applyTheme(): void {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => sixDigits(style.getPropertyValue(`--${name}`).trim())
  const foreground = (name: string) => token(name).replace('#', '')
  monaco.editor.defineTheme('helo', {
    base: style.colorScheme.includes('dark') ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: foreground('ink') },
      ...Object.entries(inks).map(([kind, ink]) => ({
        token: scopeOf(kind),
        foreground: foreground(ink),
        ...(boldKinds.has(kind) && { fontStyle: 'bold' }),
        ...(kind === 'comment' && { fontStyle: 'italic' }),
      })),
    ],
    colors: {
      'editor.background': token('wire'),
      'editor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-faint'),
      'editorLineNumber.activeForeground': token('ink'),
      'editorCursor.foreground': token('caret'),
      'editor.selectionBackground': token('select'),
      'editorError.foreground': token('error'),
      'editorWarning.foreground': token('warn'),
      'editorInfo.foreground': token('act'),
      'editorHint.foreground': token('act'),
      'editorWidget.background': token('raised'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('edge'),
      'editorHoverWidget.background': token('raised'),
      'editorHoverWidget.foreground': token('ink'),
      'editorHoverWidget.border': token('edge'),
      'editorSuggestWidget.background': token('raised'),
      'editorSuggestWidget.foreground': token('ink'),
      'editorSuggestWidget.border': token('edge'),
      'editorSuggestWidget.selectedBackground': token('act-wash'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorSuggestWidget.selectedIconForeground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('act'),
      'editorSuggestWidget.focusHighlightForeground': token('act'),
      'list.hoverBackground': token('sunk'),
      'list.hoverForeground': token('ink'),
      'editor.lineHighlightBackground': token('act-wash'),
      'editor.lineHighlightBorder': '#00000000',
      'textLink.foreground': token('act'),
      'textLink.activeForeground': token('act'),
      'textCodeBlock.background': token('sunk'),
      focusBorder: token('act'),
    },
  })
  monaco.editor.setTheme('helo')
}

/** Monaco takes no shorter colours. */
const sixDigits = (colour: string): string => colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
