import {
  DISTANCE_EXTRA,
  DISTANCE_START,
  END,
  FIXED_LENGTHS,
  LENGTH_EXTRA,
  LENGTH_START,
} from './tables.ts'

export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly used: number }
  | { readonly ok: false; readonly reason: string }

/** Codes by their length: how many there are of each, and their symbols in order (RFC 1951 §3.2.2). */
interface Codes {
  readonly counts: Uint16Array
  readonly symbols: Uint16Array
}

interface State {
  readonly input: Uint8Array
  at: number
  held: number
  bits: number
  out: Uint8Array
  length: number
  readonly limit: number
  fault?: string
}

/** Unpacks DEFLATE (RFC 1951). Never throws, and gives up where more than `limit` octets come out. */
export function inflate(input: Uint8Array, limit: number): Inflated {
  const state: State = {
    ...{ input, at: 0, held: 0, bits: 0, length: 0, limit },
    out: new Uint8Array(Math.min(limit, Math.max(1024, input.length * 4))),
  }
  for (let last = 0; last === 0 && state.fault === undefined;) {
    last = take(state, 1)
    inflateBlock(state, take(state, 2))
  }
  if (state.fault !== undefined) return { ok: false, reason: state.fault }
  return { ok: true, bytes: state.out.subarray(0, state.length), used: state.at }
}

/** The next bits, the lowest first; 0, and a fault, where none are left. */
function take(state: State, count: number): number {
  while (state.bits < count) {
    if (state.at >= state.input.length) {
      state.fault ??= 'it is cut off'
      return 0
    }
    state.held |= state.input[state.at++]! << state.bits
    state.bits += 8
  }
  const value = state.held & ((1 << count) - 1)
  state.held >>>= count
  state.bits -= count
  return value
}

function put(state: State, octet: number): void {
  if (state.length >= state.limit) {
    state.fault ??= `more than ${state.limit} octets come out of it`
    return
  }
  if (state.length >= state.out.length) {
    const larger = new Uint8Array(Math.min(state.limit, state.out.length * 2))
    larger.set(state.out)
    state.out = larger
  }
  state.out[state.length++] = octet
}

function inflateBlock(state: State, kind: number): void {
  if (state.fault !== undefined) return
  if (kind === 0) return copyStored(state)
  if (kind === 1) return inflateCodes(state, FIXED, FIXED_DISTANCES)
  if (kind === 2) return inflateDynamic(state)
  state.fault = 'it has a block of a kind that there is not'
}

function copyStored(state: State): void {
  state.held = 0
  state.bits = 0
  const [a = 0, b = 0, c = 0, d = 0] = state.input.subarray(state.at, state.at + 4)
  const length = a | (b << 8)
  if (state.at + 4 + length > state.input.length) state.fault = 'it is cut off'
  else if (length !== (~(c | (d << 8)) & 0xffff)) state.fault = 'a stored block has two lengths'
  else {
    for (const octet of state.input.subarray(state.at + 4, state.at + 4 + length)) put(state, octet)
    state.at += 4 + length
  }
}

function codesOf(lengths: readonly number[]): Codes {
  const counts = new Uint16Array(16)
  for (const length of lengths) counts[length]!++
  counts[0] = 0
  const starts = new Uint16Array(16)
  for (let length = 1; length < 15; length++) starts[length + 1] = starts[length]! + counts[length]!
  const symbols = new Uint16Array(lengths.length)
  lengths.forEach((length, symbol) => {
    if (length > 0) symbols[starts[length]!++] = symbol
  })
  return { counts, symbols }
}

const FIXED = codesOf(FIXED_LENGTHS)
const FIXED_DISTANCES = codesOf(Array<number>(30).fill(5))

/** Reads bits until they are a code: codes of one length are numbers in a row. */
function symbolOf(state: State, { counts, symbols }: Codes): number {
  let code = 0
  let first = 0
  let index = 0
  for (let length = 1; length <= 15 && state.fault === undefined; length++) {
    code |= take(state, 1)
    const count = counts[length]!
    if (code - first < count) return symbols[index + code - first]!
    index += count
    first = (first + count) << 1
    code <<= 1
  }
  state.fault ??= 'it has a code that there is not'
  return END
}

function inflateCodes(state: State, literals: Codes, distances: Codes): void {
  while (state.fault === undefined) {
    const symbol = symbolOf(state, literals)
    if (symbol === END) return
    if (symbol < END) put(state, symbol)
    else copyMatch(state, symbol - 257, distances)
  }
}

function copyMatch(state: State, code: number, distances: Codes): void {
  const length = (LENGTH_START[code] ?? 0) + take(state, LENGTH_EXTRA[code] ?? 0)
  const far = symbolOf(state, distances)
  const distance = (DISTANCE_START[far] ?? 0) + take(state, DISTANCE_EXTRA[far] ?? 0)
  if (code >= LENGTH_START.length || far >= DISTANCE_START.length || distance > state.length) {
    state.fault ??= 'it repeats what was never there'
    return
  }
  for (let n = 0; n < length && state.fault === undefined; n++)
    put(state, state.out[state.length - distance]!)
}

/** The order in which the lengths of the code of lengths stand (RFC 1951 §3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function inflateDynamic(state: State): void {
  const [literals, distances, count] = [
    take(state, 5) + 257,
    take(state, 5) + 1,
    take(state, 4) + 4,
  ]
  const first = Array<number>(19).fill(0)
  for (const place of ORDER.slice(0, count)) first[place] = take(state, 3)
  const codes = codesOf(first)
  const lengths: number[] = []
  while (lengths.length < literals + distances && state.fault === undefined)
    lengths.push(...nextLengths(state, symbolOf(state, codes), lengths.at(-1) ?? 0))
  inflateCodes(state, codesOf(lengths.slice(0, literals)), codesOf(lengths.slice(literals)))
}

function nextLengths(state: State, symbol: number, before: number): number[] {
  if (symbol < 16) return [symbol]
  if (symbol === 16) return Array<number>(3 + take(state, 2)).fill(before)
  if (symbol === 17) return Array<number>(3 + take(state, 3)).fill(0)
  return Array<number>(11 + take(state, 7)).fill(0)
}
