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
