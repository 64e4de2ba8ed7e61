import { asCharacters } from '../../core/bytes.ts'
import { isAscii } from '../../core/idna.ts'
import { isSpfText } from '../../auth/spf/record.ts'
import type { SpfSubject } from './subject.ts'

/** Where the record's strings meet, in its joined text (RFC 7208 §3.3). */
export function seamsOf({ published }: SpfSubject): number[] {
  const { strings } = published
  const isPlain = strings.every(isAscii)
  let octets = ''
  return strings.slice(0, -1).map((part) => {
    octets += part
    return isPlain ? octets.length : asCharacters(octets).length
  })
}

/** Whether the first string is `v=spf1` alone, so that only the missing space spoils the version. */
export const isCutAfterVersion = (subject: SpfSubject): boolean =>
  !isSpfText(subject.text) && /^v=spf1$/i.test(subject.published.strings[0] ?? '')
