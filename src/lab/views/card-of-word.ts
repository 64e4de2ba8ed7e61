import { explainStatus } from '../../message/dsn/status.ts'
import type { CommandFacts } from '../../protocols/shared/command-facts.ts'
import type { CapabilityFacts } from './capability-tables.ts'
import { FIRST_DIGIT, SECOND_DIGIT, smtpCodes } from './smtp-codes.ts'
import { statusFacts } from './status-words.ts'
import type { WireCard, WireWord } from './wire-word.ts'

/** What the card of a word is made of that comes with the engine of its protocol. */
export interface WireTables {
  commandNamed(verb: string): CommandFacts | undefined
  capabilityFacts(keyword: string): CapabilityFacts | undefined
}

/** Never throws; a word that is not known has no card. @param tables Of the word's protocol. */
export function cardOf(word: WireWord, tables: WireTables): WireCard | undefined {
  if (word.kind === 'capability') return capabilityCard(word, tables)
  if (word.kind === 'verb') return verbCard(word, tables)
  if (word.text.includes('.')) return enhancedCard(word.text)
  return word.protocol === 'smtp' ? codeCard(word.text) : statusFacts(word.protocol, word.text)
}

function codeCard(text: string): WireCard | undefined {
  const [first = '', second = '', third = ''] = text
  const how = FIRST_DIGIT[first]
  if (!how) return undefined
  const facts = smtpCodes[text]
  const about = SECOND_DIGIT[second]
  return {
    title: text,
    meaning: facts?.meaning ?? 'A code of this server’s own: its first digit counts.',
    parts: [
      [first, how],
      [second, about ?? 'left open by RFC 5321'],
      [third, 'which of those it is'],
    ],
    ...(facts && { next: facts.next }),
    source: facts?.source ?? { rfc: 5321, section: '4.2.1' },
  }
}

export const CLASSES: Readonly<Record<string, string>> = {
  2: 'it went well',
  4: 'not now: it may work later',
  5: 'no: it will not work',
}

/** What the second number is about (RFC 3463 §3). */
export const SUBJECTS: Readonly<Record<string, string>> = {
  0: 'nothing in particular',
  1: 'an address',
  2: 'a mailbox',
  3: 'the mail system',
  4: 'the network and the way',
  5: 'the protocol',
  6: 'the content of the message',
  7: 'security or a policy',
}

function enhancedCard(text: string): WireCard | undefined {
  const status = explainStatus(text)
  if (!status) return undefined
  const [first = '', second = '', third = ''] = text.split('.')
  return {
    title: text,
    meaning: status.meaning,
    parts: [
      [first, CLASSES[first]!],
      [second, SUBJECTS[second] ?? 'something newer'],
      [third, 'which of those it is'],
    ],
    source: status.source,
  }
}

function verbCard(
  { text, protocol }: WireWord,
  { commandNamed }: WireTables,
): WireCard | undefined {
  const verb = protocol === 'smtp' ? text.split(' ', 1)[0]! : text
  const command = commandNamed(verb)
  if (!command) return undefined
  const { syntax, about, source } = command
  return {
    title: text.toUpperCase(),
    meaning: `${about}.`,
    parts: [],
    // A tag of the client's choice comes first (RFC 9051 §2.2.1).
    syntax: protocol === 'imap' ? `a1 ${syntax}` : syntax,
    source,
  }
}

function capabilityCard(word: WireWord, tables: WireTables): WireCard | undefined {
  const facts = tables.capabilityFacts(word.text)
  if (!facts) return verbCard(word, tables)
  return { title: word.text, meaning: `${facts.about}.`, parts: [], source: facts.source }
}
