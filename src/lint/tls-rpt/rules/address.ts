import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { areReportUris, isMailbox, type TlsReportUri } from '../../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from '../subject.ts'

export const address = defineRule<TlsRptSubject>({
  code: 'tls-rpt/address',
  severity: 'error',
  source: { rfc: 8460, section: '3' },
  why: 'Reports go to a `mailto:` address or are posted to an `https:` one. A place of another kind gets none.',
  bad: [
    'v=TLSRPTv1; rua=«t@example.com»',
    'v=TLSRPTv1; rua=«http://example.com/tls»',
    'v=TLSRPTv1; rua=mailto:a@example.com,«mailto:reports»',
    'v=TLSRPTv1; rua=«https:example»',
    'v=TLSRPTv1; rua=«mailto:a@example.com mailto:b@example.com»',
  ],
  good: ['v=TLSRPTv1; rua=mailto:a@example.com, https://example.com/tls'],
  *check({ record }) {
    if (!tagNamed(record, 'rua')?.value) return
    for (const uri of record.rua)
      if (!uri.valid) yield { span: uri.span, message: problemOf(uri), fixes: fixesOf(uri) }
  },
})

function problemOf({ text, scheme }: TlsReportUri): string {
  if (text === '') return 'Between two commas stands no address.'
  if (/\s/.test(text)) return `\`${text}\` has a space in it: a comma parts two addresses.`
  if (scheme === undefined) return `\`${text}\` lacks its scheme: \`mailto:\` or \`https:\`.`
  if (scheme === 'mailto' || scheme === 'https')
    return `\`${text}\` is no ${scheme === 'mailto' ? 'mailbox' : 'web address'} that reports can go to.`
  return `Reports go to \`mailto:\` or \`https:\`, and none will go to \`${scheme}:\`.`
}

function fixesOf({ text, span, scheme }: TlsReportUri) {
  if (scheme === undefined && isMailbox(text))
    return [fix(`Write \`mailto:${text}\``, span, `mailto:${text}`)]
  if (scheme === 'http' && /^http:\/\/[^/.]+\.[^\s]+$/i.test(text))
    return [fix('Write `https:`', span, text.replace(/^http:/i, 'https:'))]
  const parted = text.replace(/\s+/g, ',')
  return parted !== text && areReportUris(parted) ? [fix('Part them by a comma', span, parted)] : []
}
