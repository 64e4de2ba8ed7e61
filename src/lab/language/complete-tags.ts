import { span, type Span } from '../../core/span.ts'
import { describedTag, type TagDescription, type TagFormat } from '../../auth/tag-format.ts'
import { parseTagList } from '../../auth/tag-list.ts'
import { item, offer, type CompletionItem, type Completions } from './answers.ts'

/** What may stand at a place in a tag list: a tag that is not there yet, or the values of one. */
export function completeTags(text: string, at: number, format: TagFormat): Completions {
  const start = text.lastIndexOf(';', at - 1) + 1
  const end = nextOf(';', text, span(at, text.length))
  const equals = text.slice(start, at).indexOf('=')
  const from = behindBlanks(text, equals < 0 ? start : start + equals + 1, at)
  if (equals < 0)
    return offer(span(from, end), tagsLeft(text, nameIn(text.slice(from, end)), format))
  const tag = describedTag(format, nameIn(text.slice(start, at)))
  return tag ? valuesOf(text, span(from, end), at, tag) : offer(span(from, end), [])
}

const nameIn = (tag: string): string => tag.split('=')[0]!.trim()

function behindBlanks(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && /\s/.test(text[at]!)) at++
  return at
}

function nextOf(sign: string, text: string, { from, to }: Span): number {
  const found = text.indexOf(sign, from)
  return found < 0 || found > to ? to : found
}

/** Tags that may still be added: a text is not given the same one twice. */
function tagsLeft(text: string, own: string, format: TagFormat): CompletionItem[] {
  const there = new Set(parseTagList(text).tags.map(({ name }) => name))
  return Object.entries(format.tags)
    .filter(([name, { historic }]) => !historic && (!there.has(name) || name === own))
    .map(([name, { syntax, meaning }]) => item(`${name}=`, `${name}=`, syntax, meaning))
}

/** Behind a separator the next of several values begins. */
function valuesOf(text: string, value: Span, at: number, tag: TagDescription): Completions {
  const { separator, scheme, syntax, meaning } = tag
  const before = separator ? text.slice(value.from, at).lastIndexOf(separator) + 1 : 0
  const from = behindBlanks(text, value.from + before, at)
  const where = span(from, separator ? nextOf(separator, text, span(at, value.to)) : value.to)
  if (scheme !== undefined) {
    const isThere = text.slice(where.from, where.to).includes(scheme)
    return offer(where, isThere ? [] : [item(scheme, scheme, syntax, meaning)])
  }
  return offer(
    where,
    (tag.values ?? []).map((one) => item(one.value, one.value, syntax, one.meaning)),
  )
}
