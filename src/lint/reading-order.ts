import type { Diagnostic } from '../core/diagnostic.ts'

/** The findings of one file, by place; findings of one place keep their order. */
export const inReadingOrder = (found: readonly Diagnostic[]): Diagnostic[] =>
  found.toSorted(byPlace)

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.span.from - b.span.from || a.span.to - b.span.to

/** Findings of several files, in the order of the files; a finding that was made twice is kept once. */
export function inFileOrder(files: readonly string[], found: readonly Diagnostic[]): Diagnostic[] {
  const order = new Map(files.map((file, at) => [file, at]))
  const rank = ({ file }: Diagnostic): number => order.get(file) ?? files.length
  const distinct = new Map(
    found.map((one) => [`${one.code} ${one.file} ${one.span.from} ${one.span.to}`, one]),
  )
  return [...distinct.values()].sort((a, b) => rank(a) - rank(b) || byPlace(a, b))
}
