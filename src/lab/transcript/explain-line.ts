import { fieldFacts } from '../views/field-facts.ts'
import { cardOf } from '../views/card-of-word.ts'
import type { WireCard, WireWord } from '../views/wire-word.ts'
import type { Exchange } from './exchange.ts'
import type { Spoken } from './spoken.ts'
import type { LineRole } from './played-transcript.ts'

/** What a line is, from the tables: the card of its verb or code, and what else stands in it. */
export interface Explained {
  readonly card?: WireCard
  readonly detail?: WireCard
}

/** @param isHeader Whether the line stands above the empty line of its message. */
export function explainLine(
  spoken: Spoken,
  role: LineRole,
  text: string,
  exchange: Exchange | undefined,
  isHeader: boolean,
): Explained {
  switch (role) {
    case 'command':
      return only(verbCard(spoken, exchange?.verb ?? ''))
    case 'message':
      return isHeader ? only(fieldCard(text)) : {}
    case 'data':
      if (spoken.untagged) return only(spoken.untagged(text))
      return isHeader ? only(fieldCard(text)) : listed(spoken, text, exchange)
    case 'greeting':
    case 'reply':
    case 'more':
    case 'go-on':
      return explainReply(spoken, text, exchange)
    default:
      return {}
  }
}

const only = (card: WireCard | undefined): Explained => (card ? { card } : {})

const verbCard = (spoken: Spoken, text: string): WireCard | undefined =>
  cardFor(spoken, 'verb', text)

const cardFor = (spoken: Spoken, kind: WireWord['kind'], text: string): WireCard | undefined =>
  cardOf({ kind, text, protocol: spoken.protocol }, spoken)

/** A keyword of the answer to EHLO or CAPA. */
function listed(spoken: Spoken, text: string, exchange: Exchange | undefined): Explained {
  const keyword = text.split(' ', 1)[0]!
  return exchange && /^(?:EHLO|LHLO|CAPA)$/.test(exchange.verb)
    ? only(cardFor(spoken, 'capability', keyword))
    : {}
}

function explainReply(spoken: Spoken, text: string, exchange: Exchange | undefined): Explained {
  if (spoken.protocol !== 'smtp') return explainStatus(spoken, text)
  const [, code = '', said = ''] = /^(\d{3})[ -]?(.*)$/.exec(text) ?? []
  const keyword = listed(spoken, said, exchange)
  const card = cardFor(spoken, 'code', code)
  if (keyword.card) return { card: keyword.card, ...(card && { detail: card }) }
  const enhanced = /^[245]\.\d{1,3}\.\d{1,3}(?= |$)/.exec(said)?.[0]
  const detail = enhanced && cardFor(spoken, 'code', enhanced)
  return { ...(card && { card }), ...(detail && { detail }) }
}

function explainStatus(spoken: Spoken, text: string): Explained {
  const word = /^(?:\* )?(\+OK|-ERR|\+)|^\S+ (\w+)/.exec(text)
  const card = cardFor(spoken, 'code', word?.[1] ?? word?.[2] ?? '')
  const code = /\[([A-Z0-9/-]+)[^\]]*\]/.exec(text)?.[1]
  const detail = code === undefined ? undefined : spoken.responseCode?.(code)
  return { ...(card && { card }), ...(detail && { detail }) }
}

/** A field of a header; undefined for a line that goes on with one, and for fields not in the table. */
function fieldCard(text: string): WireCard | undefined {
  const name = /^([\x21-\x39\x3b-\x7e]{1,80}):/.exec(text)?.[1]
  const facts = name === undefined ? undefined : fieldFacts(name)
  return (
    facts && {
      title: name!,
      meaning: facts.meaning,
      parts: [],
      ...(facts.source && { source: facts.source }),
    }
  )
}
