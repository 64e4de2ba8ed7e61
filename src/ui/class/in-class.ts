/** Under which a tab remembers the class that it is of. */
export const CLASS_KEY = 'helo-world/class'

/** What a tab remembers of its class, as text; undefined where it is of none. Never throws. */
export function classText(): string | undefined {
  try {
    return sessionStorage.getItem(CLASS_KEY) ?? undefined
  } catch {
    return undefined
  }
}
