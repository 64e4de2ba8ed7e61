import { parseTagList } from '../../../auth/tag-list.ts'
import type { CompletionItem, Completions } from './answers.ts'
import type { TagWord } from './vocabulary/word.ts'

/** What may stand at a place in a tag list: a tag that is not there yet, or the values of one. */
export function completeTags(
  text: string,
  at: number,
  vocabulary: Readonly<Record<string, TagWord>>,
): Completions {
  const start = text.lastIndexOf(';', at - 1) + 1
  const semicolon = text.indexOf(';', at)
  const end = semicolon < 0 ? text.length : semicolon
  const equals = text.slice(start, at).indexOf('=')
  const from = skipBlanks(text, equals < 0 ? start : start + equals + 1, at)
  if (equals < 0) return { from, to: end, items: tags(text, text.slice(from, end), vocabulary) }
  const name = text.slice(start, start + equals).trim()
  return valuesOf(
    text,
    { from, to: end },
    at,
    Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined,
  )
}

function skipBlanks(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && /\s/.test(text[at]!)) at++
  return at
}

/** Tags that may still be added; a text is not given the same one twice. */
function tags(
  text: string,
  typed: string,
  vocabulary: Readonly<Record<string, TagWord>>,
): CompletionItem[] {
  const there = new Set(parseTagList(text).tags.map(({ name }) => name))
  const own = typed.split('=')[0]!.trim()
  return Object.entries(vocabulary)
    .filter(([name, { gone }]) => !gone && (!there.has(name) || name === own))
    .map(([name, { syntax, meaning }]) => ({
      label: `${name}=`,
      insert: `${name}=`,
      detail: syntax,
      documentation: meaning,
    }))
}

function valuesOf(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  at: number,
  word: TagWord | undefined,
): Completions {
  // Behind a colon the next of several values begins.
  const colon = text.slice(from, at).lastIndexOf(':') + 1
  if (word?.syntax.includes('mailto:') === true) {
    const items = text.slice(from, to).includes('mailto:') ? [] : [mailto(word)]
    return { from, to, items }
  }
  const items = (word?.values ?? []).map(([value, meaning]) => ({
    label: value,
    insert: value,
    detail: word!.syntax,
    documentation: meaning,
  }))
  return { from: from + colon, to, items }
}

const mailto = ({ meaning }: TagWord): CompletionItem => ({
  label: 'mailto:',
  insert: 'mailto:',
  detail: 'mailto:address',
  documentation: meaning,
})
