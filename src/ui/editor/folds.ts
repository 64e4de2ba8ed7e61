import { words } from '#words/monaco'
import type { Span } from '../../core/span.ts'

/** Lines that a zone can do without in sight; the text stays as it is. */
export interface Fold {
  /** The first and the last line, from 1. */
  readonly from: number
  readonly to: number
  /** What is there, as `4 lines: TTL, SOA, NS and its address`. */
  readonly name: string
  /** What stands in its place. */
  readonly label: string
  /** The beginning of its first line that stays in sight before the label; empty for whole lines. */
  readonly head: string
}

/** Fewer lines than this are not worth a fold. */
const LEAST_LINES = 3
/** As many characters of a key stay in sight where it stands in one line with its record. */
const SHOWN_OF_KEY = 10
/** Fewer base64 characters than this, and the record of an Ed25519 key, stay. */
const LONG_KEY = 120

/** The stretches of a zone that can be folded: what each zone begins with, and long keys. */
export function foldsOf(text: string): Fold[] {
  const lines = text.split('\n')
  const boilerplate = foldBoilerplate(lines)
  return [...(boilerplate ? [boilerplate] : []), ...foldKeys(lines, boilerplate?.to ?? 0)]
}

/** The text that a fold hides; `to` is before the last line's end. */
export function spanOfFold(text: string, { from, to }: Fold): Span {
  const lines = text.split('\n')
  const start = lines.slice(0, from - 1).reduce((sum, line) => sum + line.length + 1, 0)
  const length = lines.slice(from - 1, to).join('\n').length
  return { from: start, to: start + length }
}

/** Of a name server that the zone has named. */
const ADDRESS = 'A'

const RECORD = /^(\S*)(?:\s+(?:\d\w*|IN)(?=\s))*\s+(SOA|NS|A|AAAA)\s+(\S+)/i

/** TTL, SOA, NS and the addresses of name servers, as far as they stand at the top without a gap. */
function foldBoilerplate(lines: readonly string[]): Fold | undefined {
  const kinds: string[] = []
  const servers = new Set<string>()
  let last = 0
  for (let at = 0; at < lines.length; at++) {
    const kind = boilerplateOf(lines[at]!, servers)
    if (!kind) break
    kinds.push(kind)
    at = lastLineOfEntry(lines, at)
    last = at + 1
  }
  if (last < LEAST_LINES || last >= lines.length) return undefined
  const name = nameOf(kinds, last)
  return { from: 1, to: last, name, label: name, head: '' }
}

function boilerplateOf(line: string, servers: Set<string>): string | undefined {
  if (/^\$TTL\s/i.test(line)) return 'TTL'
  if (/^\$ORIGIN\s/i.test(line)) return words.origin
  const [, owner, type, data] = RECORD.exec(line) ?? []
  if (!type) return undefined
  if (/^SOA$/i.test(type)) return 'SOA'
  if (/^NS$/i.test(type)) {
    servers.add(data!.toLowerCase())
    return 'NS'
  }
  return servers.has(owner!.toLowerCase()) ? ADDRESS : undefined
}

/** Where the parentheses that a line opens are closed; the line itself where it opens none. */
function lastLineOfEntry(lines: readonly string[], first: number): number {
  let depth = 0
  for (let at = first; at < lines.length; at++) {
    const bare = lines[at]!.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/;.*/, '')
    for (const sign of bare) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (depth <= 0) return at
  }
  return first
}

function nameOf(kinds: readonly string[], count: number): string {
  const named = [...new Set(kinds.filter((kind) => kind !== ADDRESS))]
  const servers = kinds.includes(ADDRESS) ? kinds.filter((kind) => kind === 'NS').length : 0
  return words.lines(count, named, servers)
}

const KEY_IN_LINE = /\bp=\s*([A-Za-z0-9+/]{16,}=*)/
const KEY_LINE = /^\s+"?([A-Za-z0-9+/]{16,}=*)"?[\s)]*$/
const KEY_BEGINS = /\bp=\s*"?\s*([A-Za-z0-9+/]*)"?\s*$/

function foldKeys(lines: readonly string[], after: number): Fold[] {
  const folds: Fold[] = []
  for (let at = after; at < lines.length; at++) {
    const line = lines[at]!
    const inLine = KEY_IN_LINE.exec(line)
    if (inLine && inLine[1]!.length >= LONG_KEY) {
      const head = line.slice(0, inLine.index + inLine[0].length - inLine[1]!.length + SHOWN_OF_KEY)
      folds.push({ from: at + 1, to: at + 1, ...keyNames(inLine[1]!), head })
      continue
    }
    const begins = KEY_BEGINS.exec(line)
    if (!begins) continue
    const parts = keyLines(lines, at + 1)
    const key = begins[1]! + parts.join('')
    if (parts.length && key.length >= LONG_KEY) {
      folds.push({ from: at + 2, to: at + 1 + parts.length, ...keyNames(key), head: '' })
      at += parts.length
    }
  }
  return folds
}

/** The strings of a key in the lines that follow, each in a line of its own. */
function keyLines(lines: readonly string[], first: number): string[] {
  const parts: string[] = []
  for (let at = first; at < lines.length; at++) {
    const found = KEY_LINE.exec(lines[at]!)
    if (!found) break
    parts.push(found[1]!)
  }
  return parts
}

/** Base64 characters of an RSA key of so many bits in its SubjectPublicKeyInfo, with exponent 65537. */
const BITS: Readonly<Record<number, number>> = { 216: 1024, 392: 2048, 564: 3072, 736: 4096 }

function keyNames(key: string): Pick<Fold, 'name' | 'label'> {
  const bits = BITS[key.length]
  const name = bits ? words.key(bits) : words.longKey(key.length)
  return { name, label: words.foldedKey(name) }
}
