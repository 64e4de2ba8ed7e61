import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { checkEnd } from '../../../auth/dkim/signature-checks.ts'
import { removeTag } from '../../tag-edits.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const endsBeforeStart = defineRule<SignatureSubject>({
  code: 'signature/ends-before-start',
  severity: 'error',
  source: { rfc: 6376, section: '3.5' },
  why: 'A signature that ends before it was made is never good.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; t=1700000000; ' +
        'x=«1600000000»; h=From:Subject:From:Subject; ' +
        'bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; t=1700000000; ' +
        'x=1700600000; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYW' +
        'E=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  *check(subject) {
    const tag = tagNamed(subject.tags, 'x')
    const found = tag && checkEnd(subject.tags)
    if (tag && found)
      yield { span: found.span, message: found.reason, fixes: [removeTag(subject.tags, tag)] }
  },
})
