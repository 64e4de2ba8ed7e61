import { embedLimits, lookProperties, type Look } from './protocol.ts'

/**
 * How the host page looks where an element stands: its attribute `theme`, else the `color-scheme` that the
 * page has there, else the colour of its text; and the custom properties `--helo-…` it has set.
 */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element)
  const properties: Record<string, string> = {}
  for (const name of lookProperties) {
    const value = style.getPropertyValue(`--helo-${name}`).trim()
    if (value && value.length <= embedLimits.property) properties[name] = value
  }
  return { theme: themeOf(element.getAttribute('theme'), style), properties }
}

export function themeOf(
  asked: string | null,
  { colorScheme, color }: Pick<CSSStyleDeclaration, 'colorScheme' | 'color'>,
): Look['theme'] {
  if (asked === 'light' || asked === 'dark' || asked === 'auto') return asked
  const hasDark = /\bdark\b/.test(colorScheme)
  const hasLight = /\blight\b/.test(colorScheme)
  if (hasDark && hasLight) return 'auto'
  return hasDark || (!hasLight && isLight(color)) ? 'dark' : 'light'
}

/** Whether a colour as computed, `rgb(…)`, is one of light text, which stands on dark ground. */
function isLight(color: string): boolean {
  const [, ...parts] = /^rgba?\((\d+),? (\d+),? (\d+)/.exec(color) ?? []
  return parts.reduce((sum, part) => sum + Number(part), 0) > 1.5 * 255
}
