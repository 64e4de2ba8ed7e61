/** What the palette finds, in the order in which equal finds are listed. */
export const findKinds = ['lesson', 'tool', 'term', 'code', 'command', 'rule'] as const

export type FindKind = (typeof findKinds)[number]

/** Something that the palette leads to. A tuple, for there are hundreds in one file. */
export type FindEntry = readonly [
  kind: FindKind,
  title: string,
  /** From the site's root. */
  address: string,
  /** Shown behind the title; may be empty. */
  note: string,
  /** Other words by which it is found; may be empty. */
  more: string,
]

/** As many finds as a list may have that somebody reads. */
export const MOST_FOUND = 40

/** What is worth how much; a word that fits nowhere rules its entry out. */
const WORTH = { whole: 100, start: 60, word: 40, inside: 25, moreWord: 15, more: 8, loose: 4 }

/**
 * The entries that have every word of a query, best first. A word of three characters or more may also
 * stand loosely in a title, with others between: `dksel` finds “DKIM selector”.
 * @param query Empty: the tools and the lessons. Where no entry has all words, and codes of a reply are
 *   among them, as in a line of a log, what these mean.
 */
export function findEntries(entries: readonly FindEntry[], query: string): FindEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0)
    return entries.filter(([kind]) => kind === 'tool' || kind === 'lesson').slice(0, MOST_FOUND)
  const whole = words.join(' ')
  const found = entries
    .map((entry) => ({ entry, worth: worthOf(entry, words, whole) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth || orderOf(a.entry) - orderOf(b.entry))
    .slice(0, MOST_FOUND)
    .map(({ entry }) => entry)
  return found.length > 0 ? found : codesIn(entries, query)
}

/** `550 5.1.1`, `550-5.1.1`, `550 #5.1.1`, `550; 5.1.1`; no part of an address, a date or a longer number. */
const STATUS = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?!\.?\d)/
const REPLY = /(?<![\d.:-])[2-5]\d\d(?=[\s;-]|$)/

/** What the codes of a line mean, the more precise one first. A detail that is listed nowhere is explained by its subject. */
function codesIn(entries: readonly FindEntry[], query: string): FindEntry[] {
  const status = STATUS.exec(query)
  const reply = REPLY.exec(query)
  const codes = entries.filter(([kind]) => kind === 'code')
  const having = (code: string): FindEntry[] => [
    ...codes.filter(([, title]) => title === code),
    ...codes.filter(([, , , , more]) => more.split(' ').includes(code)),
  ]
  const exact = status ? having(status[0]) : []
  const general =
    status && exact.length === 0 ? [`x.${status[2]}.x`, `${status[1]}.x.x`].flatMap(having) : []
  return [...exact, ...general, ...(reply ? having(reply[0]) : [])]
}

const orderOf = ([kind, title]: FindEntry): number =>
  // Of two that are worth as much, the shorter title has more of what was asked for.
  findKinds.indexOf(kind) * 1000 + title.length

function worthOf([, title, , note, more]: FindEntry, words: string[], whole: string): number {
  const name = title.toLowerCase()
  if (name === whole) return WORTH.whole * words.length
  const rest = `${note} ${more}`.toLowerCase()
  const forms = more.toLowerCase().split(' ')
  let sum = 0
  for (const word of words) {
    // Another form of the title, as `5.1.1`, is as good as a word of it.
    const own = worthOfWord(word, name, rest)
    const worth = forms.includes(word) ? Math.max(WORTH.word, own) : own
    if (worth === 0) return 0
    sum += worth
  }
  return sum
}

function worthOfWord(word: string, name: string, rest: string): number {
  if (name.startsWith(word)) return WORTH.start
  const inName = placeOf(word, name)
  if (inName) return inName === 'start' ? WORTH.word : WORTH.inside
  const inRest = placeOf(word, rest)
  if (inRest) return inRest === 'start' ? WORTH.moreWord : WORTH.more
  return word.length > 2 && isLoose(word, name) ? WORTH.loose : 0
}

/** Whether a word of the text starts so, or has it inside. */
function placeOf(word: string, text: string): 'start' | 'inside' | undefined {
  let at = text.indexOf(word)
  if (at < 0) return undefined
  for (; at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return 'start'
  return 'inside'
}

/** Whether all characters stand in the text in this order, beginning with its first. */
function isLoose(word: string, text: string): boolean {
  if (word[0] !== text[0]) return false
  let at = 0
  for (const character of word) {
    at = text.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
