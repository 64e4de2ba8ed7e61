import { numberSet, printNumbers } from '../number-set.ts'

/**
 * What `RETURN (…)` asks for (RFC 9051 §6.4.4; PARTIAL: RFC 9394 §3.1). The numbers of a `partial`
 * are both positive, counted from the first result, or both negative, counted from the last.
 */
export type ReturnOption =
  | { readonly option: 'min' | 'max' | 'all' | 'count' | 'save' }
  | { readonly option: 'partial'; readonly from: number; readonly to: number }

type PartialOption = Extract<ReturnOption, { option: 'partial' }>

const asks = (options: readonly ReturnOption[], option: ReturnOption['option']): boolean =>
  options.some((asked) => asked.option === option)

const partialOf = (options: readonly ReturnOption[]): PartialOption | undefined =>
  options.find((asked) => asked.option === 'partial')

/**
 * The result data of an ESEARCH reply: ` MIN 2 COUNT 3`, a space before each item. Without results
 * MIN, MAX and ALL are left out (RFC 9051 §6.4.4).
 * @param found Rising; sequence numbers or UIDs.
 */
export function printResults(options: readonly ReturnOption[], found: readonly number[]): string {
  const [first, last] = [found[0], found.at(-1)]
  let data = ''
  if (asks(options, 'min') && first !== undefined) data += ` MIN ${first}`
  if (asks(options, 'max') && last !== undefined) data += ` MAX ${last}`
  if (asks(options, 'all') && found.length > 0) data += ` ALL ${printNumbers(numberSet(found))}`
  if (asks(options, 'count')) data += ` COUNT ${found.length}`
  const partial = partialOf(options)
  return partial ? `${data} ${printPartial(partial, found)}` : data
}

function printPartial(partial: PartialOption, found: readonly number[]): string {
  const page = pageOf(partial, found)
  const numbers = page.length > 0 ? printNumbers(numberSet(page)) : 'NIL'
  return `PARTIAL (${partial.from}:${partial.to} ${numbers})`
}

/** The results that a `partial` names, rising. Its ends may come in any order. */
export function pageOf<T>(
  { from, to }: { readonly from: number; readonly to: number },
  found: readonly T[],
): readonly T[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  if (low > 0) return found.slice(low - 1, high)
  return found.slice(Math.max(0, found.length + low), Math.max(0, found.length + high + 1))
}

/**
 * What `$` keeps (RFC 5182 §2.4, RFC 9394 §3.2): with ALL, COUNT or SAVE alone every result; otherwise
 * what MIN, MAX and PARTIAL name.
 */
export function savedResults(
  options: readonly ReturnOption[],
  found: readonly number[],
): readonly number[] {
  const partial = partialOf(options)
  const some = asks(options, 'min') || asks(options, 'max') || partial !== undefined
  if (!some || asks(options, 'all') || asks(options, 'count')) return found
  const kept = new Set(partial ? pageOf(partial, found) : [])
  if (asks(options, 'min')) for (const number of found.slice(0, 1)) kept.add(number)
  if (asks(options, 'max')) for (const number of found.slice(-1)) kept.add(number)
  return [...kept].sort((a, b) => a - b)
}
