import type { Severity } from '../../core/diagnostic.ts'

/** A severity never has its colour alone: a sign in the gutter and a word go with it. */
export const severities: Readonly<
  Record<Severity, { readonly sign: string; readonly word: string }>
> = {
  error: { sign: '✕', word: 'Error' },
  warning: { sign: '!', word: 'Warning' },
  info: { sign: 'i', word: 'Note' },
  hint: { sign: '+', word: 'Advice' },
}
