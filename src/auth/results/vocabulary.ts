import type { RfcSection } from '../../core/section.ts'

/** What is registered for a method: its results, and the properties that go with them. */
export interface MethodWord {
  readonly results: readonly string[]
  readonly properties: readonly string[]
  readonly source: RfcSection
}

const errors = ['temperror', 'permerror']

/** The methods whose results are read here. */
export const methodWords: ReadonlyMap<string, MethodWord> = new Map([
  [
    'auth',
    {
      results: ['none', 'pass', 'fail', ...errors],
      properties: ['smtp.auth', 'smtp.mailfrom'],
      source: { rfc: 8601, section: '2.7.4' },
    },
  ],
  [
    'arc',
    {
      results: ['none', 'pass', 'fail'],
      properties: ['smtp.remote-ip', 'header.oldest-pass'],
      source: { rfc: 8617, section: '10.1' },
    },
  ],
  [
    'dkim',
    {
      results: ['none', 'pass', 'fail', 'policy', 'neutral', ...errors],
      properties: ['header.d', 'header.i', 'header.a', 'header.s', 'header.b'],
      source: { rfc: 8601, section: '2.7.1' },
    },
  ],
  [
    'dmarc',
    {
      results: ['none', 'pass', 'fail', ...errors],
      properties: ['header.from', 'policy.dmarc'],
      source: { rfc: 9989, section: '9.2' },
    },
  ],
  [
    'iprev',
    {
      results: ['pass', 'fail', ...errors],
      properties: ['policy.iprev'],
      source: { rfc: 8601, section: '2.7.3' },
    },
  ],
  [
    'spf',
    {
      results: ['none', 'pass', 'fail', 'softfail', 'policy', 'neutral', ...errors],
      properties: ['smtp.mailfrom', 'smtp.helo'],
      source: { rfc: 8601, section: '2.7.2' },
    },
  ],
])

/** Methods that other RFCs register, or once did (RFC 8601 §2.7.5, §6.7). */
export const otherMethods: readonly string[] = [
  ...['vbr', 'dkim-atps', 'dkim-adsp', 'rrvs', 'smime', 'domainkeys', 'sender-id'],
]

/** RFC 8601 §2.3 */
export const propertyTypes: readonly string[] = ['body', 'header', 'policy', 'smtp']

/** The known word that is one edit away or a common slip of the given one, if there is one. */
export function closestWord(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase()
  const slip = SLIPS.get(lower)
  if (slip !== undefined && known.includes(slip)) return slip
  return lower.length > MAX_WORD ? undefined : known.find((one) => isNear(lower, one))
}

/** Longer words are no typing slips. */
const MAX_WORD = 30

/** What is written in the wild. */
const SLIPS: ReadonlyMap<string, string> = new Map([
  ['hardfail', 'fail'],
  ['failed', 'fail'],
  ['passed', 'pass'],
  ['invalid', 'permerror'],
  ['bad', 'fail'],
  ['good', 'pass'],
  ['smtp.mfrom', 'smtp.mailfrom'],
  ['smtp.from', 'smtp.mailfrom'],
  ['smtp.mail', 'smtp.mailfrom'],
  ['smtp.ehlo', 'smtp.helo'],
])

/** One character more, less or other. */
function isNear(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

/** `a`, `b` and `c`, each as code. */
export const listOf = (words: readonly string[]): string =>
  words
    .map((word) => `\`${word}\``)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' and ')
