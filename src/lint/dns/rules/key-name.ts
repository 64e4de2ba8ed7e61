import { joinedText } from '../../../core/dns.ts'
import { defineRule, type Finding } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { rewrite } from '../edits.ts'
import { allOf, type ZoneRecordOf, type ZoneSubject } from '../subject.ts'

export const keyName = defineRule<ZoneSubject>({
  code: 'zone/key-name',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.2.1' },
  why: 'A DKIM key stands at `selector._domainkey`, and receivers ask for it nowhere else: with another label there is no key.',
  bad: [
    `«default_domainkey» TXT "k=rsa; p=${'A'.repeat(40)}"`,
    `«default.domainkey» TXT "k=rsa; p=${'A'.repeat(40)}"`,
    `«default» TXT "p=${'A'.repeat(40)}"`,
  ],
  good: [`default._domainkey TXT "k=rsa; p=${'A'.repeat(40)}"`, '@ TXT "p=abc"'],
  *check(subject) {
    for (const one of allOf(subject, 'TXT'))
      if (isBareKey(joinedText(one.record)) && !one.record.name.includes('._domainkey.'))
        yield finding(one, subject)
  },
})

/** A key that does not state its version; the rules of DKIM know one that does. */
const isBareKey = (text: string): boolean =>
  /(?:^|;)\s*p\s*=\s*[a-z\d+/=\s]{40,}(?:;|$)/i.test(text) &&
  /^\s*(?:[khstn]\s*=[^;]*;\s*)*p\s*=/i.test(text)

function finding(one: ZoneRecordOf<'TXT'>, { zone }: ZoneSubject): Finding {
  const written = slice(zone.text, one.owner)
  const [, selector, rest = ''] = /^([\w-]+?)[._]?_?domainkey(\..*)?$/i.exec(written) ?? []
  return {
    span: one.owner,
    message: `\`${one.record.name}\` holds a DKIM key where no receiver looks: its name needs the label \`_domainkey\`.`,
    fixes: selector
      ? rewrite(`Write \`${selector}._domainkey\``, one, one.owner, `${selector}._domainkey${rest}`)
      : [],
  }
}
