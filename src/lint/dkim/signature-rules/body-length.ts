import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { removeTag } from '../../tag-edits.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const bodyLength = defineRule<SignatureSubject>({
  code: 'signature/body-length',
  severity: 'warning',
  source: { rfc: 6376, section: '8.2' },
  why: 'Whatever stands behind the signed octets may be anybody’s, and still the signature holds: a link, an attachment, a whole other page.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «l=4»; ' +
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
  ],
  *check(subject) {
    const tag = tagNamed(subject.tags, 'l')
    if (tag)
      yield {
        span: tag.span,
        message: `Only ${tag.value} octets of the body are signed: anyone may add to the rest.`,
        fixes: [removeTag(subject.tags, tag)],
      }
  },
})
