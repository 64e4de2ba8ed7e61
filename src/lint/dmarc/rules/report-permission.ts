import type { DnsRecord } from '../../../core/dns.ts'
import { defineRule } from '../../../core/rule.ts'
import { isKnownName, recordsLike } from '../../record-index.ts'
import { isTextThat } from '../../tag-record.ts'
import { parseDmarc } from '../../../auth/dmarc/parse.ts'
import { PUBLIC_SUFFIXES } from '../../../auth/dmarc/public-suffixes.ts'
import { suffixDomain } from '../../../auth/dmarc/suffix-domain.ts'
import type { DmarcSubject } from '../subject.ts'

export const reportPermission = defineRule<DmarcSubject>({
  code: 'dmarc/report-permission',
  severity: 'warning',
  source: { rfc: 9990, section: '4' },
  why: 'Reports go to another organization only if it accepts them with a record at `your-domain._report._dmarc.its-domain`. Otherwise anyone could have reports poured over a stranger.',
  bad: [
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=«mailto:d@b.example»\nb.example MX 10 mx.b.example',
  ],
  good: [
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=mailto:d@b.example\nb.example MX 10 mx.b.example\na.example._report._dmarc.b.example TXT v=DMARC1',
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=mailto:d@b.example\nb.example MX 10 mx.b.example\n*._report._dmarc.b.example TXT v=DMARC1;',
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=mailto:d@mail.a.example\nmail.a.example MX 10 mx.a.example',
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=mailto:d@unknown.example',
  ],
  *check({ record, domain, acceptsReports, all }) {
    if (acceptsReports) return
    for (const uri of [...record.rua, ...record.ruf]) {
      const target = uri.domain
      if (target === undefined || isOwn(domain, target) || !isKnown(target, all)) continue
      const names = [`${domain}._report._dmarc.${target}`, `*._report._dmarc.${target}`]
      if (!names.some((name) => recordsLike(name, all, isDmarc).length > 0))
        yield {
          span: uri.span,
          message: `\`${target}\` does not accept reports about \`${domain}\`: it lacks a record at \`${names[0]}\`.`,
        }
    }
  },
})

/** One organization needs no permission. */
const isOwn = (domain: string, target: string): boolean =>
  suffixDomain(domain, PUBLIC_SUFFIXES) === suffixDomain(target, PUBLIC_SUFFIXES)

/** A domain whose zone is not known gives no finding. */
const isKnown = (target: string, all: readonly DnsRecord[]): boolean =>
  isKnownName(suffixDomain(target, PUBLIC_SUFFIXES), all)

const isDmarc = isTextThat((text) => parseDmarc(text).isDmarc)
