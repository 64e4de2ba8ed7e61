/** Where a rule of the protocols is written: a section of an RFC, or of a draft still in work. */
export type Section = RfcSection | DraftSection

export interface RfcSection {
  readonly rfc: number
  /** As printed: `4.6.4`, `A.4`. Leave it out to point at the whole document. */
  readonly section?: string
}

export interface DraftSection {
  /** The draft's name without its version: `draft-brand-indicators-for-message-identification`. */
  readonly draft: string
  readonly section?: string
}

/** `RFC 7208 §4.6.4` */
export function sectionLabel(source: Section): string {
  const document = 'rfc' in source ? `RFC ${source.rfc}` : source.draft
  return source.section ? `${document} §${source.section}` : document
}

/** The page of the RFC editor or the datatracker where the section can be read. */
export function sectionUrl(source: Section): string {
  if ('draft' in source)
    return `https://datatracker.ietf.org/doc/html/${source.draft}${anchor(source)}`
  return `https://www.rfc-editor.org/rfc/rfc${source.rfc}.html${anchor(source)}`
}

function anchor({ section }: Section): string {
  if (!section) return ''
  return /^[A-Z]/.test(section) ? `#appendix-${section}` : `#section-${section}`
}
