/** A control character as the picture of it (U+2400 on). */
const pictureOf = (character: string): string =>
  character === '\x7f' ? '\u2421' : String.fromCharCode(0x2400 + character.charCodeAt(0))

/** Control characters as their pictures, each in the place of one; line ends and tabs stay. */
export const withPictures = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, pictureOf)

/**
 * Shows what cannot be seen. In a text with carriage returns the octets of line ends are shown too,
 * for it is they that matter there.
 * @param whole What `text` is a part of.
 */
export const visible = (text: string, whole = text): string =>
  whole.includes('\r')
    ? withPictures(text).replaceAll('\n', '\u240a\n').replaceAll('\r', '\u240d')
    : withPictures(text)
