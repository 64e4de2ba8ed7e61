/** The five names that XML itself knows; a document type could define more, and none is read. */
const NAMES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z_][\w.-]{0,60}));/g

/**
 * Undoes `&lt;`, `&#65;` and their like. What is not known stays as it is written, so nothing can
 * grow: an entity bomb has nowhere to go off.
 * @param unknown Called with the position of a reference that is not known.
 */
export function undoReferences(text: string, unknown: (at: number, name: string) => void): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole, decimal, hexadecimal, name, at: number) => {
    const known =
      name === undefined ? characterOf(decimal, hexadecimal) : NAMES[name as keyof typeof NAMES]
    if (known === undefined) unknown(at, whole)
    return known ?? whole
  })
}

function characterOf(
  decimal: string | undefined,
  hexadecimal: string | undefined,
): string | undefined {
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)
  const isCharacter =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !isHalf(code))
  return isCharacter ? String.fromCodePoint(code) : undefined
}

/** Halves of surrogate pairs are no characters. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

/** A text as it stands between tags or in an attribute; characters that XML 1.0 has not are left out. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => ESCAPED[character]!)

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}
