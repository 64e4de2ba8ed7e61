import {
  mechanismWords,
  modifierWords,
  qualifierWords,
  type CostlyWord,
} from '../../auth/spf/vocabulary.ts'
import type { CompletionItem, Completions } from './answers.ts'
import type { KnownHost } from './known-hosts.ts'

/**
 * What may stand at a place in an SPF text: a mechanism or modifier, or what its colon names.
 * @param senders Domains with an SPF record of their own.
 */
export function completeSpf(
  text: string,
  at: number,
  hosts: readonly KnownHost[],
  senders: readonly string[],
): Completions {
  const from = text.lastIndexOf(' ', at - 1) + 1
  const end = text.indexOf(' ', at)
  const to = end < 0 ? text.length : end
  const [, qualifier = '', name = '', sign = ''] =
    /^([+\-~?]?)([a-z0-9]*)([:=/]?)/i.exec(text.slice(from, at)) ?? []
  const start = from + qualifier.length
  if (!sign) return { from: start, to, items: words(qualifier) }
  return {
    from: start + name.length + sign.length,
    to,
    items: values(name.toLowerCase(), hosts, senders),
  }
}

function words(qualifier: string): CompletionItem[] {
  const mechanisms = Object.entries(mechanismWords).filter(([name]) => name !== 'ptr')
  const ends = qualifier === '' ? [all('-'), all('~')] : []
  const modifiers = qualifier === '' ? Object.entries(modifierWords) : []
  return [
    ...ends,
    ...mechanisms.map(([name, word]) => item(name, name + COLON[name]!, word)),
    ...modifiers.map(([name, word]) => item(`${name}=`, `${name}=`, word)),
  ]
}

const COLON: Readonly<Record<string, string>> = {
  ...{ all: '', a: '', mx: '', include: ':', ip4: ':', ip6: ':', exists: ':' },
}

const item = (label: string, insert: string, word: CostlyWord): CompletionItem => ({
  label,
  insert,
  detail: `${word.syntax}${word.lookups ? ', 1 lookup' : ''}`,
  documentation: word.meaning,
})

const all = (qualifier: '-' | '~'): CompletionItem => ({
  label: `${qualifier}all`,
  insert: `${qualifier}all`,
  detail: `everybody else: ${qualifierWords[qualifier].result}`,
  documentation: mechanismWords.all.meaning,
})

/** What a mechanism's colon, or a modifier's `=`, may name of what is published. */
function values(
  name: string,
  hosts: readonly KnownHost[],
  senders: readonly string[],
): CompletionItem[] {
  if (name === 'include' || name === 'redirect')
    return senders.map((sender) => value(sender, 'has an SPF record'))
  if (name === 'ip4' || name === 'ip6') {
    const family = name === 'ip6' ? ':' : '.'
    return hosts.flatMap((host) =>
      host.addresses
        .filter((address) => address.includes(family))
        .map((address) => value(address, host.name)),
    )
  }
  if (name === 'a' || name === 'mx')
    return hosts.map((host) => value(host.name, host.addresses.slice(0, 3).join(', ')))
  return []
}

const value = (insert: string, detail: string): CompletionItem => ({
  label: insert,
  insert,
  detail,
  documentation: 'Published in one of the zones here.',
})
