import { defineRule } from '../../../core/rule.ts'
import { relatedRecord, removeRecord } from '../edits.ts'
import { printData } from '../../../dns/print-record.ts'
import { endsTransfer, type ZoneSubject } from '../subject.ts'
import type { ZoneRecord } from '../../../dns/zone/zone.ts'

export const duplicateRecord = defineRule<ZoneSubject>({
  code: 'zone/duplicate-record',
  severity: 'warning',
  source: { rfc: 2181, section: '5' },
  why: 'Two records with the same name, type and data hold nothing more than one. Name servers publish one of them.',
  bad: [
    'www A 192.0.2.1\nftp A 192.0.2.1\n«WWW.example.com. A 192.0.2.1»',
    '@ MX 10 mail\n «MX 10 mail.example.com.» ; again\n TXT "a"',
  ],
  good: [
    'www A 192.0.2.1\nwww A 192.0.2.2\nftp A 192.0.2.1',
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\n@ SOA ns hostmaster 1 1d 2h 4w 1h',
  ],
  *check(subject) {
    for (const records of subject.names.values()) {
      if (records.length < 2) continue
      const seen = new Map<string, ZoneRecord>()
      for (const one of records) {
        const key = `${one.record.type} ${printData(one.record)}`
        const first = seen.get(key)
        if (!first) seen.set(key, one)
        else if (!one.generated && !endsTransfer(one, subject))
          yield {
            span: one.span,
            message: 'This record stands in the zone already.',
            related: [relatedRecord(subject, first, 'Here it stands first.')],
            fixes: removeRecord('Remove it', one, subject),
          }
      }
    }
  },
})
