/** What the colours of a line depend on beside the line. It is compared by its fields. */
export interface LineState {
  /** Parentheses that are open. */
  readonly depth: number
  /** Where in its entry the next word stands. */
  readonly place: 'start' | 'directive' | 'head' | 'data'
  /** Whether the entry's first line starts with white space, and so names no owner. */
  readonly indented: boolean
  readonly hasTtl: boolean
  readonly hasClass: boolean
  /** Of a directive its name, of a record its type, as soon as either was read; uppercase. */
  readonly word: string
  /** Words of the data so far. */
  readonly count: number
  /** What the record's strings turned out to be. */
  readonly text: TextKind
  /** Whether the strings so far end inside of a value: what follows goes on with it. */
  readonly inValue: boolean
  /** Whether lists of tags stand at the name of the newest record. */
  readonly isTagOwner: boolean
  /** The same of the name that `$ORIGIN` gave. */
  readonly isTagOrigin: boolean
}

/** `undecided`: nothing of it was read; `plain`: nothing about mail. */
export type TextKind = 'undecided' | 'plain' | 'spf' | 'tags'

/** Before the first line. */
export const firstState: LineState = {
  depth: 0,
  place: 'start',
  indented: false,
  hasTtl: false,
  hasClass: false,
  word: '',
  count: 0,
  text: 'undecided',
  inValue: false,
  isTagOwner: false,
  isTagOrigin: false,
}

/** Between two entries: what is left of the one before is its name. */
export const between = ({ isTagOwner, isTagOrigin }: LineState): LineState =>
  !isTagOwner && !isTagOrigin ? firstState : { ...firstState, isTagOwner, isTagOrigin }

const fields = Object.keys(firstState) as (keyof LineState)[]

export const isSameState = (a: LineState, b: LineState): boolean =>
  a === b || fields.every((field) => a[field] === b[field])
