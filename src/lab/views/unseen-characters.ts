/** Characters that take no room, or turn the direction of writing, by their names in Unicode. */
const NAMES: Readonly<Record<number, string>> = {
  0xad: 'soft hyphen',
  0x34f: 'combining grapheme joiner',
  0x180e: 'Mongolian vowel separator',
  0x200b: 'zero width space',
  0x200c: 'zero width non-joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0xfeff: 'zero width no-break space',
}

/** The zero width joiner stays out: emoji are made with it. */
const UNSEEN =
  /\u034f|[\u00ad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\u{e0020}-\u{e007e}]/gu

/** What of a text cannot be seen: how often, and which, as `U+200B zero width space`. */
export function unseenIn(text: string): {
  readonly count: number
  readonly names: readonly string[]
} {
  const all = text.match(UNSEEN) ?? []
  return { count: all.length, names: [...new Set(all)].map(nameOf) }
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)!
  const hex = code.toString(16).toUpperCase().padStart(4, '0')
  return `U+${hex} ${NAMES[code] ?? 'tag character'}`
}
