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
      'editor.background': token('wire-ground'),
      'editor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-faint'),
      'editorLineNumber.activeForeground': token('ink'),
      'editorCursor.foreground': token('postmark'),
      'editor.selectionBackground': token('selection'),
      'editorError.foreground': token('postmark'),
      'editorWarning.foreground': token('amber'),
      'editorInfo.foreground': token('airmail'),
      'editorHint.foreground': token('airmail'),
      'editorWidget.background': token('raised'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('rule-strong'),
      'editorHoverWidget.background': token('raised'),
      'editorHoverWidget.foreground': token('ink'),
      'editorHoverWidget.border': token('rule-strong'),
      'editorSuggestWidget.selectedBackground': token('airmail-wash'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('airmail'),
      'textLink.foreground': token('airmail'),
      'textLink.activeForeground': token('postmark'),
      focusBorder: token('airmail'),
    },
  })
  monaco.editor.setTheme('helo')
}
