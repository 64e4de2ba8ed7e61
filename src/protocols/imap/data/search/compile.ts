import { ended, type Work } from '../../../shared/work.ts'
import { casemap } from '../casemap.ts'
import { holds, type NumberSet } from '../number-set.ts'
import { parsedOf } from '../parsed.ts'
import { sentDateOf } from '../sent-date.ts'
import { resolveSet } from '../sequence-set.ts'
import type { MessageRecord } from './record.ts'
import type { DayKey, PlainKey, SearchKey, TextKey } from './search-key.ts'
import {
  allTexts,
  bodyTexts,
  hasText,
  searchAddresses,
  searchFields,
  type AddressField,
} from './texts.ts'

/** What a search needs to know beside the messages. */
export interface SearchContext {
  /** Milliseconds since 1970, for OLDER and YOUNGER. */
  readonly now: number
  /** What `*` means: the number of messages, and the highest UID. */
  readonly largestSeq: number
  readonly largestUid: number
  /** The UIDs of `$`. */
  readonly saved: NumberSet
}

export type Matcher = (message: MessageRecord) => boolean

/** Makes a test of a search key. The cheap conditions of an `and` are asked first. */
export function compileSearch(key: SearchKey, context: SearchContext): Matcher {
  switch (key.key) {
    case 'bcc':
    case 'cc':
    case 'from':
    case 'to':
      return addressContains(key.key, key.text)
    case 'subject':
      return headerContains(key.key, key.text)
    case 'header':
      return headerContains(key.name.toLowerCase(), key.text)
    case 'body':
    case 'text': {
      const contains = textContains(key.key, key.text)
      return (message) => ended(contains(message))
    }
    case 'keyword':
      return hasFlag(key.flag)
    case 'unkeyword':
      return not(hasFlag(key.flag))
    case 'larger':
      return ({ bytes }) => bytes.length > key.octets
    case 'smaller':
      return ({ bytes }) => bytes.length < key.octets
    case 'before':
    case 'on':
    case 'since':
    case 'sentbefore':
    case 'senton':
    case 'sentsince':
      return dayMatcher(key.key, key.day)
    // RFC 5032 §2: to the second; a message of exactly that age matches both.
    case 'older':
      return ({ internalDate }) => seconds(internalDate) <= seconds(context.now) - key.seconds
    case 'younger':
      return ({ internalDate }) => seconds(internalDate) >= seconds(context.now) - key.seconds
    case 'modseq':
      return ({ modSeq }) => modSeq >= key.modseq
    case 'uid': {
      const uids = resolveSet(key.set, context.largestUid)
      return ({ uid }) => holds(uids, uid)
    }
    case 'sequence': {
      const numbers = resolveSet(key.set, context.largestSeq)
      return ({ seq }) => holds(numbers, seq)
    }
    case 'emailid':
      return ({ emailId }) => emailId === key.id
    case 'threadid':
      return ({ threadId }) => threadId === key.id
    case 'not':
      return not(compileSearch(key.inner, context))
    case 'or':
      return either(inOrder([key.left, key.right], context))
    case 'and':
      return every(inOrder(key.keys, context))
    default:
      return plainMatcher(key.key, context)
  }
}

/** A test that stops now and then in a long text. */
export type SteppedMatcher = (message: MessageRecord) => Work<boolean>

/** The same as a test in steps. */
export function compileInSteps(key: SearchKey, context: SearchContext): SteppedMatcher {
  if (costOf(key) < OF_BODY) return inOneStep(compileSearch(key, context))
  switch (key.key) {
    case 'body':
    case 'text':
      return textContains(key.key, key.text)
    case 'not': {
      const matches = compileInSteps(key.inner, context)
      return function* (message) {
        return !(yield* matches(message))
      }
    }
    case 'or':
      return firstThat(true, [key.left, key.right], context)
    case 'and':
      return firstThat(false, key.keys, context)
    default:
      return inOneStep(compileSearch(key, context))
  }
}

const inOneStep = (matches: Matcher): SteppedMatcher =>
  // eslint-disable-next-line require-yield
  function* (message) {
    return matches(message)
  }

/** Asks the keys until one gives the answer that decides: `true` of an `or`, `false` of an `and`. */
function firstThat(
  decides: boolean,
  keys: readonly SearchKey[],
  context: SearchContext,
): SteppedMatcher {
  const matchers = keys
    .toSorted((a, b) => costOf(a) - costOf(b))
    .map((key) => compileInSteps(key, context))
  return function* (message) {
    for (const matches of matchers) if ((yield* matches(message)) === decides) return decides
    return !decides
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1000)

const not =
  (matcher: Matcher): Matcher =>
  (message) =>
    !matcher(message)

const every =
  (matchers: readonly Matcher[]): Matcher =>
  (message) =>
    matchers.every((matcher) => matcher(message))

const either =
  (matchers: readonly Matcher[]): Matcher =>
  (message) =>
    matchers.some((matcher) => matcher(message))

const inOrder = (keys: readonly SearchKey[], context: SearchContext): Matcher[] =>
  keys.toSorted((a, b) => costOf(a) - costOf(b)).map((key) => compileSearch(key, context))

const OF_BODY = 2

/** 0 where a look at the record is enough, 1 for the header, 2 for the body. */
export function costOf(key: SearchKey): number {
  switch (key.key) {
    case 'body':
    case 'text':
      return OF_BODY
    case 'bcc':
    case 'cc':
    case 'from':
    case 'header':
    case 'subject':
    case 'to':
    case 'sentbefore':
    case 'senton':
    case 'sentsince':
      return 1
    case 'not':
      return costOf(key.inner)
    case 'or':
      return Math.max(costOf(key.left), costOf(key.right))
    case 'and':
      return Math.max(0, ...key.keys.map(costOf))
    default:
      return 0
  }
}

/** An empty text finds every message that has the field (RFC 9051 §6.4.4, HEADER). */
function headerContains(lower: string, text: string): Matcher {
  const wanted = casemap(text)
  return ({ bytes }) =>
    searchFields(bytes).some((field) => field.lower === lower && field.mapped.includes(wanted))
}

function addressContains(field: AddressField, text: string): Matcher {
  const wanted = casemap(text)
  return ({ bytes }) => searchAddresses(bytes, field)?.includes(wanted) === true
}

function textContains(key: Extract<TextKey, 'body' | 'text'>, text: string): SteppedMatcher {
  const wanted = casemap(text)
  return function* ({ bytes }) {
    if (wanted === '') return true
    const message = parsedOf(bytes)
    for (const one of key === 'body' ? bodyTexts(message) : allTexts(message))
      if (yield* hasText(one, wanted)) return true
    return false
  }
}

function hasFlag(flag: string): Matcher {
  const lower = flag.toLowerCase()
  return ({ flags }) => flags.some((set) => set.toLowerCase() === lower)
}

const DAY = 86_400_000

/** A message without a readable `Date` has no sent day: no such key finds it. */
function dayMatcher(key: DayKey, day: number): Matcher {
  const compared = comparison(key, day)
  if (!key.startsWith('sent')) return (message) => compared(dayOf(message))
  return ({ bytes }) => {
    const sent = sentDateOf(parsedOf(bytes).root.header.fields)
    return sent !== undefined && compared(sent.day)
  }
}

/** The day of INTERNALDATE: time and zone are disregarded (RFC 9051 §6.4.4). */
const dayOf = ({ internalDate, zone = 0 }: MessageRecord): number =>
  Math.floor((internalDate + zone * 60_000) / DAY)

function comparison(key: DayKey, day: number): (other: number) => boolean {
  if (key.endsWith('before')) return (other) => other < day
  return key.endsWith('on') ? (other) => other === day : (other) => other >= day
}

const seen = hasFlag('\\Seen')
const isRecent: Matcher = ({ recent }) => recent === true

const plain = {
  all: () => true,
  answered: hasFlag('\\Answered'),
  deleted: hasFlag('\\Deleted'),
  draft: hasFlag('\\Draft'),
  flagged: hasFlag('\\Flagged'),
  new: every([isRecent, not(seen)]),
  old: not(isRecent),
  recent: isRecent,
  seen,
  unanswered: not(hasFlag('\\Answered')),
  undeleted: not(hasFlag('\\Deleted')),
  undraft: not(hasFlag('\\Draft')),
  unflagged: not(hasFlag('\\Flagged')),
  unseen: not(seen),
} satisfies Record<Exclude<PlainKey, 'saved'>, Matcher>

const plainMatcher = (key: PlainKey, { saved }: SearchContext): Matcher =>
  key === 'saved' ? ({ uid }) => holds(saved, uid) : plain[key]
