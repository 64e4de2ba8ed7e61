import { embedLimits, lookProperties, type Look } from './protocol.ts'

/**
 * How the host page looks where an element stands: its attribute `theme`, else the `color-scheme` that the
 * page has there, which is light where it says nothing; and the custom properties `--helo-…` it has set.
 */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element)
  const properties: Record<string, string> = {}
  for (const name of lookProperties) {
    const value = style.getPropertyValue(`--helo-${name}`).trim()
    if (value && value.length <= embedLimits.property) properties[name] = value
  }
  return { theme: themeOf(element.getAttribute('theme'), style.colorScheme), properties }
}

export function themeOf(asked: string | null, scheme: string): Look['theme'] {
  if (asked === 'light' || asked === 'dark' || asked === 'auto') return asked
  const hasDark = /\bdark\b/.test(scheme)
  if (hasDark && /\blight\b/.test(scheme)) return 'auto'
  return hasDark ? 'dark' : 'light'
}
