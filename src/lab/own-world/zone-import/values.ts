import { textFamilyOf, type TextFamily } from '../../../auth/text-family.ts'
import { quoted, zoneLines, type Converted } from './zone-text.ts'

/** Values that are read: a limit of ours. */
const MOST = 100

/** Quotes and invisible characters that a document or a chat puts around a value. */
const AROUND = String.raw`[\s\u200b\u2060\ufeff"'\u0060\u00ab\u00b4\u2018-\u201f\u2039]*`
const VALUE = new RegExp(`^${AROUND}v\\s*=\\s*(?:spf1|DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI1)\\b`, 'i')

/** Where a value stands below its domain. */
const LABELS: Readonly<Record<TextFamily, (nth: number) => string>> = {
  spf: () => '',
  dkim: (nth) => `selector${nth === 0 ? '' : nth + 1}._domainkey`,
  dmarc: () => '_dmarc',
  'mta-sts': () => '_mta-sts',
  'tls-rpt': () => '_smtp._tls',
  bimi: () => 'default._bimi',
}

/** Whether a text is the values of several records, one a line, or one with marks around it that are none of DNS. */
export function isValues(text: string): boolean {
  const values = valuesIn(text)
  return values.length > 1 || (values.length === 1 && !/^["(]?\s*v/i.test(values[0]!))
}

/** Each value at the name where its kind is looked for, or at a name that is a service's; marks around it stay, for they may be published. */
export function fromValues(text: string, origin: string): Converted {
  const seen = new Map<TextFamily, number>()
  const records = valuesIn(text).map((value) => {
    const family = textFamilyOf('', value.replace(new RegExp(`^${AROUND}`), '')) ?? 'spf'
    const nth = seen.get(family) ?? 0
    seen.set(family, nth + 1)
    const label = LABELS[family](nth)
    const name = label === '' || origin.includes('_') ? origin : `${label}.${origin}`
    return { name, ttl: undefined, type: 'TXT', data: quoted(value) }
  })
  return { text: zoneLines(records, origin), notes: [] }
}

/** Lines that begin no value go on with the one before; empty where the text begins with something else. */
function valuesIn(text: string): readonly string[] {
  const values: string[] = []
  for (const raw of text.slice(0, 20_000).split('\n')) {
    const line = raw.trim()
    if (line === '') continue
    if (VALUE.test(line)) values.push(line)
    else if (values.length === 0 || values.length > MOST) return []
    else values[values.length - 1] += `${values.at(-1)!.includes(';') ? '' : ' '}${line}`
  }
  return values
}
