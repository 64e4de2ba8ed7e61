/** The last two labels of a name: what belongs together on a map. No public suffix list is asked. */
export const organizationOf = (name: string): string => name.split('.').slice(-2).join('.')
