import { MAX_LABEL, normalizeName } from './domain.ts'

/**
 * A name as the DNS is asked for it: normalized, its U-labels as A-labels (RFC 5890 §2.3.2.1). A
 * label of ASCII stays as it is.
 * @returns `undefined` where a label beyond ASCII is none of a domain name.
 *
 * @example
 * toALabels('Bücher.example') // 'xn--bcher-kva.example'
 */
export function toALabels(name: string): string | undefined {
  if (isAscii(name)) return normalizeName(name)
  const labels = normalizeName(name.replace(OTHER_DOTS, '.')).split('.').map(toALabel)
  return labels.includes(undefined) ? undefined : labels.join('.')
}

/** The same for what is asked or compared in any case: a name that is none stays as it is. */
export const askedName = (name: string): string => toALabels(name) ?? normalizeName(name)

/** A name to write where ASCII is wanted: what is ASCII already is left as it is, case too. */
export const inALabels = (name: string): string =>
  isAscii(name) ? name : (toALabels(name) ?? name)

/** Whether two names are one in the DNS, however each is written. */
export const isSameDomain = (a: string, b: string): boolean =>
  a === b || askedName(a) === askedName(b)

export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** Full stops of other scripts, which part labels as well. */
const OTHER_DOTS = /[\u3002\uff0e\uff61]/g

/**
 * ASCII that would end the host within a URL, or be undone there; and beyond ASCII what Unicode does
 * not count to the alphabets, their marks and numbers (RFC 5892 §2.1), but for what its appendix A
 * allows.
 */
const NO_LABEL =
  /[\s/?#@:\\%[\]]|(?![\u00b7\u0375\u05f3\u05f4\u30fb\u200c\u200d])[^\0-\x7f\p{L}\p{M}\p{N}]/u

/** URLs know the mapping and the encoding; the label behind it keeps digits from being an address. */
function toALabel(label: string): string | undefined {
  if (isAscii(label)) return label
  const url = `http://${label}.x/`
  if (NO_LABEL.test(label) || !URL.canParse(url)) return undefined
  const encoded = new URL(url).hostname.slice(0, -2)
  return encoded === '' || encoded.includes('.') || encoded.length > MAX_LABEL ? undefined : encoded
}
