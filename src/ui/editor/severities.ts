import { words } from '#words/severities'
import type { Severity } from '../../core/diagnostic.ts'

/** A severity never has its colour alone: a sign in the gutter and a word go with it. */
export const severities: Readonly<
  Record<Severity, { readonly sign: string; readonly word: string }>
> = {
  error: { sign: '✕', word: words.error },
  warning: { sign: '!', word: words.warning },
  info: { sign: 'i', word: words.info },
  hint: { sign: '+', word: words.hint },
}
