import { isSpfText } from './record.ts'

/** Whether a TXT record is meant for SPF, also where SPF itself would pass it over (§4.5). */
export const isSpfLike = (text: string): boolean =>
  isSpfText(text) ||
  isSenderId(text) ||
  /^[^!#-&(-~]{0,9}(?:v\s{0,9}=\s{0,9}sp[fl]|spf1\b)/i.test(text)

/** Sender ID, a relative of SPF that was given up (RFC 4406). */
export const isSenderId = (text: string): boolean => /^spf2\.0\//i.test(text)
