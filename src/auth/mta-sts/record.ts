import { stsFormat } from '../formats/mta-sts.ts'
import { isTextOf, startsAs } from '../tag-format.ts'
import { parseTagList, tagNamed, type TagList } from '../tag-list.ts'

/** The TXT record at `_mta-sts` (RFC 8461 §3.1). Fields hold what counts. */
export interface StsRecord extends TagList {
  /** Whether it begins with `v=STSv1;`; senders throw away any other. */
  readonly isSts: boolean
  /** Of 1 to 32 letters and digits; absent where there is none that counts. */
  readonly id?: string
}

/** RFC 8461 §3.1: letters and digits, 32 at most. */
export const MAX_ID = 32

export const isId = (text: string): boolean => /^[A-Za-z0-9]{1,32}$/.test(text)

/** Whether a sender takes the text for an MTA-STS record at all (§3.1). */
export const isStsText = (text: string): boolean => isTextOf(stsFormat, text)

/** Reads a record. Never throws; problems are those of the tag list. */
export function parseStsRecord(text: string): StsRecord {
  const list = parseTagList(text)
  const id = tagNamed(list, 'id')?.value
  return {
    ...list,
    isSts: startsAs(stsFormat, list),
    ...(id !== undefined && isId(id) ? { id } : {}),
  }
}
