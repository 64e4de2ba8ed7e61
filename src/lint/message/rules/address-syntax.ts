import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, inField } from '../subject.ts'

export const addressSyntax = defineRule<FormatSubject>({
  code: 'message/address-syntax',
  severity: 'error',
  source: { rfc: 5322, section: '3.4' },
  why: 'An address is `name@domain`, alone or in angle brackets behind a name. What is written otherwise reaches no one, or somebody else.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: «bob»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: Bob «<»bob@example.net\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nCc: bob@example.net «carol»@example.net\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: Bob <bob@example.net>, "Carol, X" <carol@example.net>\nCc: all: dan@example.net;\n\nHi\n',
  ],
  *check({ addresses }) {
    for (const { field, list } of addresses)
      for (const { span: where, message } of list.problems)
        yield { span: inField(field, where), message }
  },
})
