/**
 * A function of an object that is worked out once for each, and kept for as long as the object is.
 * What it is made of must not change in the meantime.
 */
export function once<Of extends object, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const kept = new WeakMap<Of, { readonly result: Result }>()
  return (of) => {
    const before = kept.get(of)
    if (before) return before.result
    const result = make(of)
    kept.set(of, { result })
    return result
  }
}

/** Characters of a text that is remembered, and of all texts that one function has met of late. */
export interface TextLimits {
  readonly longest: number
  readonly most: number
}

const usualLimits: TextLimits = { longest: 4096, most: 131_072 }

/**
 * The same for texts that come back: records that are met again in another answer, or in the zone
 * as it is after the next key. What was met of late is kept, up to a limit; a long text never is.
 */
export function onceForText<Result extends object>(
  make: (text: string) => Result,
): (text: string) => Result {
  const keep = keepByText<Result>(usualLimits)
  return (text) => keep(text, make)
}

/** The same where what is made is not made of the text alone: it must be the same for the same text. */
export function keepByText<Result extends object>({
  longest,
  most,
}: TextLimits): (text: string, make: (text: string) => Result) => Result {
  let recent = new Map<string, Result>()
  let before = new Map<string, Result>()
  let size = 0
  return (text, make) => {
    const known = recent.get(text)
    if (known) return known
    if (text.length > longest) return make(text)
    const result = before.get(text) ?? make(text)
    // Every text counts as one character more, so that short ones are limited too.
    size += text.length + 1
    if (size > most) {
      before = recent
      recent = new Map()
      size = text.length + 1
    }
    recent.set(text, result)
    return result
  }
}

/** Items of a list that is gone through in less time than it takes to find out what came of it. */
const FEW = 16

/** The same for lists, of which only long ones are worth being remembered. */
export function onceForMany<Item, Result>(
  make: (list: readonly Item[]) => Result,
): (list: readonly Item[]) => Result {
  const remembered = once(make)
  return (list) => (list.length > FEW ? remembered(list) : make(list))
}
