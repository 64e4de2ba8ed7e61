import { record, text, type JsonCodec } from '../../../core/json/codec.ts'
import type { SyntaxProblem } from '../../../protocols/shared/syntax-problem.ts'
import { span } from './place.ts'

export const syntaxProblem: JsonCodec<SyntaxProblem> = record<SyntaxProblem>({
  span,
  message: text,
})
