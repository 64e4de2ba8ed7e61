/** What a text record is about, as far as the editor helps with it. */
export type TextKind = 'spf' | 'dkim' | 'dmarc'

/** By its first words; while they are not written yet, by the name it stands at. */
export function textKind(text: string, owner: string): TextKind | undefined {
  if (/^v\s*=\s*spf1(?=\s|$)/i.test(text)) return 'spf'
  if (/^v\s*=\s*DKIM1(?=\s|;|$)/i.test(text)) return 'dkim'
  if (/^v\s*=\s*DMARC1(?=\s|;|$)/i.test(text)) return 'dmarc'
  return kindByName(owner)
}

/** What usually stands at a name: keys below `_domainkey`, policies at `_dmarc`. */
export function kindByName(owner: string): TextKind | undefined {
  if (/(^|\.)_domainkey\./.test(`${owner}.`)) return 'dkim'
  return /^_dmarc\./.test(`${owner}.`) ? 'dmarc' : undefined
}
