import type { CapabilityFacts } from '../views/capability-tables.ts'
import { imapResponseCodes } from '../views/response-codes.ts'
import { statusFacts } from '../views/status-words.ts'
import { responseCard } from './response-card.ts'
import type { WireCard } from '../views/wire-word.ts'

/** What a server of IMAP reports without a tag, by the word that names it (RFC 9051 §7.2 to §7.5). */
const words: Readonly<Record<string, readonly [meaning: string, section?: string]>> = {
  CAPABILITY: ['What the server can do.', '7.2.2'],
  ENABLED: ['The extensions that are on from here.', '7.2.1'],
  LIST: ['A folder: its attributes, what parts the levels of its name, and the name.', '7.3.1'],
  LSUB: ['A folder that the user has subscribed to. `LIST` does the same in newer servers.'],
  NAMESPACE: [
    'Where the names of one’s own folders begin, those of others, and shared ones.',
    '7.3.2',
  ],
  STATUS: ['Numbers of a folder that is not opened.', '7.3.3'],
  ESEARCH: ['What a search found.', '7.3.4'],
  SEARCH: ['The messages that a search found, by their numbers.'],
  SORT: ['The messages that were found, in the order that was asked for.'],
  THREAD: ['The messages that were found, as threads.'],
  FLAGS: ['The flags that messages of this folder may have.', '7.3.5'],
  EXISTS: ['How many messages the folder holds.', '7.4.1'],
  RECENT: ['How many messages no session had seen before. IMAP4rev2 has it no more.'],
  EXPUNGE: [
    'The message with this number is gone; all that come after it move up by one.',
    '7.5.1',
  ],
  FETCH: ['What was asked for of the message with this number, or what changed of it.', '7.5.2'],
  VANISHED: ['The messages with these UIDs are gone.'],
  ID: ['Which program the server is.'],
  QUOTA: ['How much room is used, and how much there is.'],
  QUOTAROOT: ['Which quotas count for the folder.'],
}

type FactsOf = (keyword: string) => CapabilityFacts | undefined

/** The card of an untagged line; undefined for a line of a literal, and for a word that is not known. */
export function imapData(text: string, factsOf: FactsOf): WireCard | undefined {
  const word = /^\* (?:\d+ )?([A-Za-z]+)/.exec(text)?.[1]?.toUpperCase()
  if (word === undefined) return undefined
  const code = /^\* \w+ \[([A-Z0-9-]+)/.exec(text)?.[1]
  const known = code && responseCard(imapResponseCodes, code)
  if (known) return known
  const status = statusFacts('imap', word)
  if (status) return status
  if (!Object.hasOwn(words, word)) return undefined
  const [meaning, section] = words[word]!
  return {
    ...{ title: word, meaning, parts: word === 'CAPABILITY' ? capabilities(text, factsOf) : [] },
    ...(section !== undefined && { source: { rfc: 9051, section } }),
  }
}

/** Those that are known, with what they are good for. */
const capabilities = (text: string, factsOf: FactsOf): WireCard['parts'] =>
  text
    .split(' ')
    .slice(2)
    .flatMap((name) => {
      const facts = factsOf(name)
      return facts ? [[name, facts.about] as const] : []
    })
    .slice(0, 12)
