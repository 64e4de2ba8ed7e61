import { stsFormat } from '../../auth/formats/mta-sts.ts'
import type { RecordTagFamily } from '../tag-family.ts'
import type { StsSubject } from './subject.ts'

/** The texts of the shared rules for the TXT record of MTA-STS. */
export const stsTagFamily: RecordTagFamily<StsSubject> = {
  code: 'mta-sts',
  format: stsFormat,
  listOf: ({ record }) => record,
  rules: {
    version: {
      severity: 'error',
      source: { rfc: 8461, section: '3.1' },
      why: 'The record must begin with `v=STSv1;`, exactly and without a space. Senders throw away what begins otherwise, as if the domain did not use MTA-STS.',
      bad: [
        '«v=stsv1»; id=20260512',
        '«v = STSv1»; id=20260512',
        'id=20260512; «v=STSv1»',
        '_mta-sts.example.com TXT «id=20260512»',
        '«v=STSv1 »; id=20260512',
        '«v=STSv1»',
      ],
      good: ['v=STSv1; id=20260512', 'v=STSv1;id=20260512;'],
    },
    'tag-syntax': {
      severity: 'error',
      source: { rfc: 8461, section: '3.1' },
      why: 'The record is a list of `name=value`, separated by semicolons, without a space beside the `=`. Senders take a record that breaks this form for none.',
      bad: [
        'v=STSv1; «20260512»; id=1',
        'v=STSv1;«;» id=1',
        'v=STSv1; id« = »20260512',
        'v=STSv1; id=1; «n*me»=x',
      ],
      good: ['v=STSv1; id=20260512;', 'v=STSv1; id=1; x-note.a=b'],
    },
    'unknown-tag': {
      severity: 'info',
      source: { rfc: 8461, section: '3.2' },
      why: 'The record knows `v` and `id`; other fields are ignored. What the policy asks for (`mode`, `mx`, `max_age`) stands in its file.',
      bad: ['v=STSv1; id=1; «mode»=enforce', 'v=STSv1; id=1; «max_age»=86400'],
      good: ['v=STSv1; id=1'],
    },
    'duplicate-tag': {
      severity: 'warning',
      source: { rfc: 8461, section: '3.2' },
      why: 'A field counts where it stands first; senders pass over the second. What it should set has no effect.',
      bad: ['v=STSv1; id=1; «id=2»'],
      good: ['v=STSv1; id=1'],
    },
    'tag-case': {
      severity: 'error',
      source: { rfc: 8461, section: '3.1' },
      why: 'The names of fields are compared character by character, in lowercase: `ID=` is another field than `id=`, one that no sender knows.',
      bad: ['v=STSv1; «ID»=20260512'],
      good: ['v=STSv1; id=20260512'],
    },
    'several-records': {
      severity: 'error',
      source: { rfc: 8461, section: '3.1' },
      why: 'Senders use the record only if it is the only one. Of several none counts, and the domain is taken for one without MTA-STS.',
      bad: ['_mta-sts.example.com TXT «v=STSv1; id=1»\n_mta-sts.example.com TXT v=STSv1; id=2'],
      good: ['_mta-sts.example.com TXT v=STSv1; id=1\n_mta-sts.example.com TXT hello'],
    },
    'wrong-owner': {
      severity: 'error',
      source: { rfc: 8461, section: '3.1' },
      why: 'Senders ask for the record at `_mta-sts` below the domain, and nowhere else.',
      bad: [
        'example.com TXT «v=STSv1»; id=20260512',
        'mta-sts.example.com TXT «v=STSv1»; id=20260512',
        '_mta_sts.example.com TXT «v=STSv1»; id=20260512',
      ],
      good: [
        '_mta-sts.example.com TXT v=STSv1; id=20260512',
        '_mta-sts.mail.example.com TXT v=STSv1; id=1',
      ],
    },
  },
}
