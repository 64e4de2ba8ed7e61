/** Kinds of characters by which Monaco knows what a person takes for one (Unicode, Annex 29), with its numbers. */
const KINDS = {
  other: 0,
  prepend: 1,
  carriageReturn: 2,
  lineFeed: 3,
  control: 4,
  extend: 5,
  region: 6,
  spacingMark: 7,
  hangulL: 8,
  hangulV: 9,
  hangulT: 10,
  hangulLV: 11,
  hangulLVT: 12,
  joiner: 13,
  picture: 14,
} as const

type Kind = (typeof KINDS)[keyof typeof KINDS]

/** The first that matches decides. */
const rules: readonly (readonly [Kind, RegExp])[] = [
  [KINDS.lineFeed, /\n/],
  [KINDS.carriageReturn, /\r/],
  [KINDS.joiner, /\u200D/],
  [KINDS.extend, /[\p{Grapheme_Extend}\p{Emoji_Modifier}]/u],
  [
    KINDS.prepend,
    /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u0D4E\u{110BD}\u{110CD}\u{111C2}\u{111C3}\u{1193F}\u{11941}\u{11A3A}\u{11A84}-\u{11A89}\u{11D46}]/u,
  ],
  [KINDS.control, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?=\p{Default_Ignorable_Code_Point})\p{Cn}/u],
  [KINDS.region, /\p{Regional_Indicator}/u],
  [KINDS.picture, /\p{Extended_Pictographic}/u],
  [KINDS.hangulL, /[\u1100-\u115F\uA960-\uA97C]/],
  [KINDS.hangulV, /[\u1160-\u11A7\uD7B0-\uD7C6]/],
  [KINDS.hangulT, /[\u11A8-\u11FF\uD7CB-\uD7FB]/],
  [
    KINDS.other,
    /[\u102B\u102C\u1038\u1062-\u1064\u1067-\u106D\u1083\u1087-\u108C\u108F\u109A-\u109C\u1A61\u1A63\u1A64\uAA7B\uAA7D\u{11720}\u{11721}]/u,
  ],
  [KINDS.spacingMark, /\p{Mc}|[\u0E33\u0EB3]/u],
]

const SYLLABLES = { first: 0xac00, last: 0xd7a3, each: 28 }

function kindOf(codePoint: number): Kind {
  const { first, last, each } = SYLLABLES
  if (first <= codePoint && codePoint <= last)
    return (codePoint - first) % each ? KINDS.hangulLVT : KINDS.hangulLV
  const character = String.fromCodePoint(codePoint)
  return rules.find(([, rule]) => rule.test(character))?.[0] ?? KINDS.other
}

/** Monaco has a table of 28 KB for these; browsers have another one in their regular expressions. */
export class GraphemeBreakTree {
  private static readonly only = new GraphemeBreakTree()
  private readonly known = new Map<number, Kind>()

  static getInstance(): GraphemeBreakTree {
    return GraphemeBreakTree.only
  }

  /** @param codePoint Not a number at the end of a text. */
  getGraphemeBreakType(codePoint: number): Kind {
    if (Number.isNaN(codePoint)) return KINDS.other
    // Most of a text.
    if (codePoint >= 32 && codePoint < 127) return KINDS.other
    const known = this.known.get(codePoint) ?? kindOf(codePoint)
    this.known.set(codePoint, known)
    return known
  }
}
