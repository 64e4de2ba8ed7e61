import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { fieldNamed } from '../../../message/field.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { alsoSign, signedAs } from '../signature-subject.ts'
import type { SignatureSubject } from '../signature-subject.ts'

/** Those of the list in §5.4.1 that readers see. The fields of MIME are not in it. */
const CORE = ['Subject', 'Date', 'Reply-To', 'Sender', 'To', 'Cc']

export const coreUnsigned = defineRule<SignatureSubject>({
  code: 'signature/core-unsigned',
  severity: 'info',
  source: { rfc: 6376, section: '5.4.1' },
  why: 'What readers see or programs act on should be signed. Else old mail can be sent anew under another subject, and its signature holds.',
  bad: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=«From:From»; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=«From:From:Subject:Subject»; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'Reply-To: x@a.example',
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
    const tag = tagNamed(subject.tags, 'h')
    const left = CORE.filter(
      (name) => fieldNamed(subject.message, name) && !signedAs(subject, name).length,
    )
    const [first] = left
    if (tag && tag.value !== '' && first !== undefined)
      yield {
        span: tag.valueSpan,
        message: `${left.map((name) => `\`${name}\``).join(', ')}: in the message, but not signed.`,
        fixes: alsoSign(subject, left.join(':')),
      }
  },
})
