import { parseAst, Visitor } from 'vite'
import { replaceStretches, type Replacement } from './replace-stretches.ts'

/**
 * A module whose texts come without the numbers or names by which Monaco looks up translations of them (parts/nls.ts); one
 * that speaks of nothing else is just the text.
 */
export function withPlainTexts(code: string): string {
  if (!/\blocalize2?\(/.test(code)) return code
  const changes: Replacement[] = []
  new Visitor({
    CallExpression({ callee, arguments: [number, text, ...of], start, end }) {
      const name = callee.type === 'Identifier' ? callee.name : ''
      if (!text || (name !== 'localize' && name !== 'localize2')) return
      if (number?.type !== 'Literal') return
      const isPlain = name === 'localize' && of.length === 0 && text.type === 'Literal'
      if (isPlain) changes.push({ start, end, text: code.slice(text.start, text.end) })
      else changes.push({ start: number.start, end: text.start, text: '' })
    },
  }).visit(parseAst(code))
  return replaceStretches(code, changes)
}
