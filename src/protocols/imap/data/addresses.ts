import { tokensOf, type Token } from './tokens.ts'

/**
 * One `address` of an ENVELOPE (RFC 9051 §7.5.2). Texts as octets, encoded words left as they are,
 * quotes of RFC 5322 undone. A group is shown by two marks around its members: one with a mailbox (its
 * name) and no host, one with neither.
 */
export interface Address {
  readonly name?: string
  /** The source route of old mails: `@a.example,@b.example`. */
  readonly route?: string
  readonly mailbox?: string
  readonly host?: string
}

interface Reading {
  readonly found: Address[]
  words: Token[]
  /** Set behind `<`, until its `>`. */
  phrase: readonly Token[] | undefined
  /** The last comment: in old mails the name of an address without angle brackets. */
  comment: string
  inGroup: boolean
}

/** Reads an address list. Takes anything, never throws. */
export function readAddresses(text: string): Address[] {
  const reading: Reading = {
    found: [],
    words: [],
    phrase: undefined,
    comment: '',
    inGroup: false,
  }
  for (const token of tokensOf(text)) {
    if (token.kind === 'comment') reading.comment = token.text
    else if (token.kind === 'special') special(reading, token)
    else reading.words.push(token)
  }
  endAddress(reading)
  endGroup(reading)
  return reading.found
}

function special(reading: Reading, token: Token): void {
  const { text } = token
  const inAngle = reading.phrase !== undefined
  if (text === '>') closeAngle(reading)
  else if (text === '<' && !inAngle) {
    reading.phrase = reading.words
    reading.words = []
  } else if (text === ',' && !isRoute(reading)) endAddress(reading)
  else if (text === ';') {
    endAddress(reading)
    endGroup(reading)
  } else if (text === ':' && !inAngle && !reading.inGroup && reading.words.length > 0)
    startGroup(reading)
  else reading.words.push(token)
}

/** Commas of `<@a,@b:local@domain>` belong to the route. */
const isRoute = ({ phrase, words }: Reading): boolean =>
  phrase !== undefined && isSpecial(words[0], '@') && !words.some((word) => isSpecial(word, ':'))

const isSpecial = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'special' && token.text === text

function startGroup(reading: Reading): void {
  reading.found.push({ mailbox: phraseOf(reading.words) })
  reading.words = []
  reading.comment = ''
  reading.inGroup = true
}

function endGroup(reading: Reading): void {
  if (reading.inGroup) reading.found.push({})
  reading.inGroup = false
}

function closeAngle(reading: Reading): void {
  if (reading.phrase === undefined) return
  const { phrase, words } = reading
  const route = routeOf(words)
  const name = phrase.length > 0 ? phraseOf(phrase) : undefined
  push(reading, words.slice(route.length > 0 ? route.length + 1 : 0), name, joined(route))
}

/** An address ends without `>`: either it needs none, or it lacks one. */
function endAddress(reading: Reading): void {
  if (reading.phrase !== undefined) closeAngle(reading)
  else if (reading.words.length > 0)
    push(reading, reading.words, reading.comment.trim() || undefined, '')
  reading.comment = ''
}

function routeOf(words: readonly Token[]): readonly Token[] {
  if (!isSpecial(words[0], '@')) return []
  return words.slice(
    0,
    Math.max(
      0,
      words.findIndex((word) => isSpecial(word, ':')),
    ),
  )
}

function push(
  reading: Reading,
  words: readonly Token[],
  name: string | undefined,
  route: string,
): void {
  reading.words = []
  reading.phrase = undefined
  if (words.length === 0 && name === undefined) return
  const at = words.findLastIndex((word) => isSpecial(word, '@'))
  const mailbox = joined(words, 0, at < 0 ? words.length : at)
  const host = at < 0 ? '' : joined(words, at + 1)
  // Nearly all have one of two forms, and there are many: to spread them together takes long.
  if (route !== '')
    reading.found.push({ ...(name !== undefined && { name }), route, mailbox, host })
  else reading.found.push(name === undefined ? { mailbox, host } : { name, mailbox, host })
}

function joined(words: readonly Token[], from = 0, to = words.length): string {
  let whole = ''
  for (let at = from; at < to; at++) {
    const { kind, text } = words[at]!
    whole += kind === 'literal' ? `[${text}]` : text
  }
  return whole
}

/** Words of a name, one space between those that are apart. */
function phraseOf(words: readonly Token[]): string {
  let text = ''
  let end = words[0]?.from
  for (const word of words) {
    if (word.from !== end) text += ' '
    text += word.kind === 'literal' ? `[${word.text}]` : word.text
    end = word.to
  }
  return text
}
