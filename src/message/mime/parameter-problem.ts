import type { Span } from '../../core/span.ts'

/** Something in a list of parameters that its form does not provide for. */
export interface ParameterProblem {
  readonly kind:
    'no-value' | 'repeated' | 'gap' | 'unclosed' | 'percent' | 'charset' | 'too-many' | 'specials'
  readonly span: Span
  readonly message: string
}
