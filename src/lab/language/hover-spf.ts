import { toSource, type MappedText } from '../../core/mapped-text.ts'
import { touches, type Span } from '../../core/span.ts'
import type { Macro, MacroString } from '../../auth/spf/macro.ts'
import { parseSpf } from '../../auth/spf/parse.ts'
import type { Mechanism, Modifier, Term } from '../../auth/spf/record.ts'
import {
  macroWords,
  mechanismWords,
  modifierWords,
  qualifierWords,
  versionWord,
  type CostlyWord,
} from '../../auth/spf/vocabulary.ts'
import type { Hover } from './answers.ts'

/** What stands at the place in an SPF text. The hover's span counts in the joined text. */
export function hoverInSpf(mapped: MappedText, offset: number): Hover | undefined {
  const here = (span: Span): boolean => touches(toSource(mapped, span), offset)
  const { version, terms } = parseSpf(mapped.text)
  const term = terms.find(({ span }) => here(span))
  if (term) return hoverTerm(term, here)
  if (!here(version)) return undefined
  const { meaning, syntax, section } = versionWord
  return { span: version, title: syntax, lines: [meaning], source: { rfc: 7208, section } }
}

function hoverTerm(term: Term, here: (span: Span) => boolean): Hover | undefined {
  if (term.kind === 'unknown') return undefined
  const macro = macrosOf(term).find(({ span }) => here(span))
  if (macro) return hoverMacro(macro)
  return term.kind === 'mechanism' ? hoverMechanism(term) : hoverModifier(term)
}

const macrosOf = (term: Mechanism | Modifier): Macro[] =>
  (partsOf(term)?.parts ?? []).filter((part): part is Macro => part.kind === 'macro')

const partsOf = (term: Mechanism | Modifier): MacroString | undefined =>
  term.kind === 'mechanism' ? term.domain : term.value

function hoverMacro({ span, character }: Macro): Hover {
  const { meaning, section } = macroWords[character]
  return { span, title: `%{${character}}`, lines: [meaning], source: { rfc: 7208, section } }
}

function hoverMechanism({ span, text, name, qualifier }: Mechanism): Hover {
  const word = mechanismWords[name]
  const { meaning } = qualifierWords[qualifier]
  const lines = [word.meaning, `On a match, \`${qualifier}\`: ${meaning}`, costOf(word)]
  return { span, title: text, lines, source: { rfc: 7208, section: word.section } }
}

function hoverModifier({ span, text, name }: Modifier): Hover {
  const word = name === 'redirect' || name === 'exp' ? modifierWords[name] : undefined
  if (word)
    return {
      span,
      title: text,
      lines: [word.meaning, costOf(word)],
      source: { rfc: 7208, section: word.section },
    }
  const lines = ['SPF knows no modifier of this name, and passes it over.']
  return { span, title: text, lines, source: { rfc: 7208, section: '6' } }
}

const costOf = ({ lookups }: CostlyWord): string =>
  lookups ? 'Costs one of the ten DNS lookups.' : 'Costs no DNS lookup.'
