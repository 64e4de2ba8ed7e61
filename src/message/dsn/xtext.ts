/** RFC 3461 §4: how an ENVID and an ORCPT stand in a command. */

/** Everything but visible ASCII, `+` and `=` becomes `+XX`. @param text One UTF-16 unit an octet. */
export const encodeXtext = (text: string): string =>
  text.replace(/[^!-*,-<>-~]/g, (character) => `+${hexOf(character)}`)

const hexOf = (character: string): string =>
  (character.charCodeAt(0) & 255).toString(16).toUpperCase().padStart(2, '0')

/** @returns `undefined` for what is no xtext. */
export const decodeXtext = (text: string): string | undefined =>
  /^(?:[!-*,-<>-~]|\+[0-9A-F]{2})*$/.test(text)
    ? text.replace(/\+([0-9A-F]{2})/g, (_, digits: string) =>
        String.fromCharCode(parseInt(digits, 16)),
      )
    : undefined
