import { lookProperties, type Look } from '../../embed/protocol.ts'

type Property = (typeof lookProperties)[number]

/** The tokens that a property of the host page sets. */
const tokens: Readonly<Record<Property, readonly string[]>> = {
  accent: ['--act', '--caret', '--client', '--term'],
  background: ['--paper'],
  surface: ['--raised', '--sunk'],
  code: ['--wire'],
  text: ['--ink'],
  muted: ['--ink-soft', '--ink-faint'],
  border: ['--rule', '--edge'],
  font: ['--font-text'],
  mono: ['--font-wire'],
  size: ['--helo-size'],
  radius: ['--radius', '--radius-s'],
}

/** Names of typefaces, such as `Inter, "Segoe UI", sans-serif`. */
const FONTS = /^[\w\s,.'"-]+$/
const LENGTH = /^\d{1,3}(?:\.\d{1,4})?(?:px|rem|em)$/

/** Whether a value of the host page may be put in: a colour, names of typefaces, a length, and nothing else. */
export function isFit(
  property: Property,
  value: string,
  isColour: (value: string) => boolean,
): boolean {
  if (property === 'font' || property === 'mono') return FONTS.test(value)
  if (property === 'size' || property === 'radius') return LENGTH.test(value)
  return isColour(value) && !/url|image|var/i.test(value)
}

/** Makes a page look so. What is no colour, length or typeface is left out. */
export function showLook({ theme, properties }: Look, root: HTMLElement): void {
  const before = root.dataset['theme']
  if (theme === 'auto') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  const isColour = (value: string) => CSS.supports('color', value)
  for (const property of lookProperties) {
    const value = properties[property]?.trim()
    for (const token of tokens[property])
      if (value && isFit(property, value, isColour)) root.style.setProperty(token, value)
      else root.style.removeProperty(token)
  }
  if (before !== root.dataset['theme'] || Object.keys(properties).length)
    document.dispatchEvent(new Event('helo:theme'))
}
