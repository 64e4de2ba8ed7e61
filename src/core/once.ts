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

/** Items of a list that is gone through in less time than it takes to find out what came of it. */
const FEW = 16

/** The same for lists, of which only long ones are worth being remembered. */
export function onceForMany<Item, Result>(
  make: (list: readonly Item[]) => Result,
): (list: readonly Item[]) => Result {
  const remembered = once(make)
  return (list) => (list.length > FEW ? remembered(list) : make(list))
}
