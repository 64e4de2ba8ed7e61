import * as monaco from 'monaco-editor/editor'
import { inks } from '../inks.ts'
import { scopeOf } from './tokens.ts'

/** Dresses Monaco in the tokens, and again whenever they change. @returns A function that stops. */
export function followTheme(): () => void {
  const night = matchMedia('(prefers-color-scheme: dark)')
  applyTheme()
  night.addEventListener('change', applyTheme)
  document.addEventListener('helo:theme', applyTheme)
  return () => {
    night.removeEventListener('change', applyTheme)
    document.removeEventListener('helo:theme', applyTheme)
  }
}

function applyTheme(): void {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const foreground = (name: string) => token(name).replace('#', '')
  monaco.editor.defineTheme('helo', {
    base: style.colorScheme.includes('dark') ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: foreground('ink') },
      ...Object.entries(inks).map(([kind, ink]) => ({
        token: scopeOf(kind),
        foreground: foreground(ink),
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
      'editorSuggestWidget.selectedBackground': token('act-wash'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('act'),
      'textLink.foreground': token('act'),
      'textLink.activeForeground': token('error'),
      focusBorder: token('act'),
    },
  })
  monaco.editor.setTheme('helo')
}
