/** Tags in use (RFC 9989 §9.3). */
export const ACTIVE_TAGS: readonly string[] = [
  ...['v', 'p', 'sp', 'np', 'rua', 'ruf', 'fo', 'adkim', 'aspf', 't', 'psd'],
]

/** Tags of RFC 7489 that mean nothing any more (RFC 9989 §C.5.2). */
export const HISTORIC_TAGS: readonly string[] = ['pct', 'rf', 'ri']

export const isKnownTag = (name: string): boolean =>
  ACTIVE_TAGS.includes(name) || HISTORIC_TAGS.includes(name)
