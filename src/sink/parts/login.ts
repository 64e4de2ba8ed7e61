/** A sink offers no logins. */
export const mechanismsOf = (): string[] => []

export const waitsForTls = (): boolean => false
