import { bimiFormat } from '../formats/bimi.ts'
import { startsAs } from '../tag-format.ts'
import { parseTagList, tagNamed, type TagList } from '../tag-list.ts'

/** A BIMI assertion record (§4.3). */
export interface BimiRecord extends TagList {
  /** Whether it starts with `v=BIMI1`; any other record is thrown away (§7.2). */
  readonly isBimi: boolean
  /** `l=`: where the logo is; empty in a declination, absent where the tag is missing. */
  readonly location?: string
  /** `a=`: where the evidence is; empty by default. */
  readonly evidence: string
  /** Both are empty: the domain wants no logo shown (§4.3.1). */
  readonly declines: boolean
  /** `avp=`: what is shown of a sender who has a picture of his own. */
  readonly preference: 'brand' | 'personal'
  /** `lps=true`: the local part is tried as a selector first (§4.5). */
  readonly localParts: boolean
}

/** Reads a record. Never throws; problems are those of the tag list. */
export function parseBimi(text: string): BimiRecord {
  const list = parseTagList(text)
  const location = tagNamed(list, 'l')?.value
  const evidence = tagNamed(list, 'a')?.value ?? ''
  return {
    ...list,
    isBimi: startsAs(bimiFormat, list),
    ...(location === undefined ? {} : { location }),
    evidence,
    declines: location === '' && evidence === '',
    preference: tagNamed(list, 'avp')?.value === 'personal' ? 'personal' : 'brand',
    localParts: tagNamed(list, 'lps')?.value === 'true',
  }
}

/** Whether the address is one that a receiver may fetch from: `https:` and a name with a dot (§4.3). */
export const isHttpsUri = (text: string): boolean =>
  /^https:\/\/[^/]/i.test(text) &&
  !/[\s,]/.test(text) &&
  URL.canParse(text) &&
  new URL(text).hostname.includes('.')
