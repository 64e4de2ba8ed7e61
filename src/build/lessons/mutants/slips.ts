import type { Dice } from './dice.ts'

/** A word as a hand slips on it. */
export interface Slip {
  readonly kind: 'dropped' | 'doubled' | 'transposed' | 'replaced'
  readonly text: string
}

/** Keys beside a key, on the keyboards of most. */
const beside: Readonly<Record<string, string>> = {
  ...{ q: 'wa', w: 'qe', e: 'wr', r: 'et', t: 'rz', z: 'tu', u: 'zi', i: 'uo', o: 'ip', p: 'o' },
  ...{ a: 'sq', s: 'ad', d: 'sf', f: 'dg', g: 'fh', h: 'gj', j: 'hk', k: 'jl', l: 'k' },
  ...{ y: 'xs', x: 'yc', c: 'xv', v: 'cb', b: 'vn', n: 'bm', m: 'n' },
  ...{ '1': '2', '2': '13', '3': '24', '4': '35', '5': '46', '6': '57', '7': '68', '8': '79' },
  ...{ '9': '80', '0': '9' },
}

/** One slip of each kind, each at a place of its own; never the word itself, whatever its case. */
export function slipsOf(word: string, dice: Dice): Slip[] {
  const at = () => dice.below(word.length)
  const cut = (from: number, to: number, put: string) => word.slice(0, from) + put + word.slice(to)
  const [dropped, doubled, replaced] = [at(), at(), at()]
  const pairs = [...word].flatMap((one, index) =>
    one.toLowerCase() === (word[index + 1] ?? one).toLowerCase() ? [] : index,
  )
  const pair = pairs.length ? dice.one(pairs) : undefined
  const slips: Slip[] = [
    { kind: 'dropped', text: cut(dropped, dropped + 1, '') },
    { kind: 'doubled', text: cut(doubled, doubled, word[doubled]!) },
    { kind: 'replaced', text: cut(replaced, replaced + 1, neighbour(word[replaced]!, dice)) },
  ]
  if (pair !== undefined) {
    const text = cut(pair, pair + 2, word[pair + 1]! + word[pair]!)
    slips.push({ kind: 'transposed', text })
  }
  return slips.filter(({ text }) => text.toLowerCase() !== word.toLowerCase())
}

function neighbour(key: string, dice: Dice): string {
  const found = beside[key.toLowerCase()]
  if (!found) return key
  const put = dice.one([...found])
  return key === key.toLowerCase() ? put : put.toUpperCase()
}
