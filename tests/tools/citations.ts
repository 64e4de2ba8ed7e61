/** A section of an RFC that a source names. */
export interface Citation {
  readonly rfc: number
  /** As printed: `4.6.4`, `A.4`. */
  readonly section: string
}

const SECTION = String.raw`[0-9A-Z](?:[0-9.]*[0-9])?`

/** `rfc: 7208, section: '4.6.4'`, and `2045, '5.1')` where the two are arguments. */
const AS_DATA = new RegExp(
  String.raw`rfc: (\d{3,5}),\s*section: '(${SECTION})'|\b([1-9]\d{3}),\s*'(${SECTION})',?\s*\)`,
  'g',
)

/** `RFC 7208 §4.6.4`, with more sections behind it, over the ends of comment lines. */
const IN_WORDS = new RegExp(String.raw`RFC (\d{3,5})((?:(?:[\s*/]|,|and|to)*§${SECTION})+)`, 'g')

/** Every section of an RFC that a text names, as data or in words. */
export const citationsIn = (text: string): Citation[] => [
  ...[...text.matchAll(AS_DATA)].map(([, rfc, section, other, part]) => ({
    rfc: Number(rfc ?? other),
    section: (section ?? part)!,
  })),
  ...[...text.matchAll(IN_WORDS)].flatMap(([, rfc, sections = '']) =>
    [...sections.matchAll(new RegExp(`§(${SECTION})`, 'g'))].map(([, section = '']) => ({
      rfc: Number(rfc),
      section,
    })),
  ),
]
