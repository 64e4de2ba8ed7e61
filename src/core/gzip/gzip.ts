import { crc32 } from './crc32.ts'
import { DISTANCE_EXTRA, DISTANCE_START, END, LENGTH_EXTRA, LENGTH_START } from './tables.ts'

/** How far back a repetition may reach, and how long it may be (RFC 1951 §3.2.5). */
const WINDOW = 32_768
const LONGEST = 258
const SHORTEST = 3

/**
 * Compresses (RFC 1952 around RFC 1951, one block of fixed codes). Takes each position once, so it
 * is not the tightest there is; the same octets give the same octets. No time and no name is told.
 */
export function gzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = bitWriter()
  bits.put(0b011, 3) // the last block, fixed codes
  const last = new Int32Array(65_536).fill(-1)
  for (let at = 0; at < bytes.length;) {
    const found = match(bytes, at, last)
    if (found.length >= SHORTEST) {
      writeMatch(bits, found)
      for (const end = at + found.length; at < end; at++) remember(bytes, at, last)
    } else {
      writeCode(bits, bytes[at]!)
      remember(bytes, at, last)
      at++
    }
  }
  writeCode(bits, END)
  const body = bits.done()
  const out = new Uint8Array(HEAD.length + body.length + 8)
  out.set(HEAD)
  out.set(body, HEAD.length)
  const view = new DataView(out.buffer)
  view.setUint32(out.length - 8, crc32(bytes), true)
  view.setUint32(out.length - 4, bytes.length >>> 0, true)
  return out
}

/** RFC 1952 §2.3: the two marks, DEFLATE, no flags, no time, no hints, a system that is unknown. */
const HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

interface Match {
  readonly length: number
  readonly distance: number
}

const keyAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at]! * 0x9e5f + bytes[at + 1]! * 0x3d1 + bytes[at + 2]! * 31) >>> 0) & 0xffff

function remember(bytes: Uint8Array, at: number, last: Int32Array): void {
  if (at + 2 < bytes.length) last[keyAt(bytes, at)] = at
}

function match(bytes: Uint8Array, at: number, last: Int32Array): Match {
  if (at + 2 >= bytes.length) return { length: 0, distance: 0 }
  const before = last[keyAt(bytes, at)]!
  if (before < 0 || at - before > WINDOW) return { length: 0, distance: 0 }
  let length = 0
  while (
    length < LONGEST &&
    at + length < bytes.length &&
    bytes[before + length] === bytes[at + length]
  )
    length++
  return { length, distance: at - before }
}

function writeMatch(bits: BitWriter, { length, distance }: Match): void {
  const code = LENGTH_START.findLastIndex((start) => start <= length)
  writeCode(bits, 257 + code)
  bits.put(length - LENGTH_START[code]!, LENGTH_EXTRA[code]!)
  const far = DISTANCE_START.findLastIndex((start) => start <= distance)
  bits.put(reversed(far, 5), 5)
  bits.put(distance - DISTANCE_START[far]!, DISTANCE_EXTRA[far]!)
}

/** A code of the fixed alphabet (RFC 1951 §3.2.6); codes are packed from their highest bit. */
function writeCode(bits: BitWriter, code: number): void {
  if (code < 144) bits.put(reversed(0x30 + code, 8), 8)
  else if (code < 256) bits.put(reversed(0x190 + code - 144, 9), 9)
  else if (code < 280) bits.put(reversed(code - 256, 7), 7)
  else bits.put(reversed(0xc0 + code - 280, 8), 8)
}

function reversed(value: number, count: number): number {
  let out = 0
  for (let bit = 0; bit < count; bit++) out |= ((value >> bit) & 1) << (count - 1 - bit)
  return out
}

interface BitWriter {
  put(value: number, count: number): void
  done(): number[]
}

function bitWriter(): BitWriter {
  const octets: number[] = []
  let held = 0
  let count = 0
  return {
    put(value, more) {
      held |= value << count
      count += more
      for (; count >= 8; count -= 8) {
        octets.push(held & 255)
        held >>>= 8
      }
    },
    done() {
      if (count > 0) octets.push(held & 255)
      return octets
    },
  }
}
