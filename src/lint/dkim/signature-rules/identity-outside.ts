import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { checkIdentity } from '../../../auth/dkim/signature-checks.ts'
import { removeTag } from '../../tag-edits.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const identityOutside = defineRule<SignatureSubject>({
  code: 'signature/identity-outside',
  severity: 'error',
  source: { rfc: 6376, section: '3.5' },
  why: '`i=` states on whose behalf the domain signs: somebody at `d=` or below it. For anybody else it cannot speak.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; i=«@b.example»;' +
        ' h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; i=«ann»; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'i=ann@sub.a.example; h=From:Subject:From:Subject; ' +
        'bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  *check(subject) {
    const tag = tagNamed(subject.tags, 'i')
    const found = tag && tagNamed(subject.tags, 'd') && checkIdentity(subject.tags)
    if (tag && found)
      yield { span: found.span, message: found.reason, fixes: [removeTag(subject.tags, tag)] }
  },
})
