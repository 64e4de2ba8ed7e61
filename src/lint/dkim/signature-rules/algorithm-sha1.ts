import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const algorithmSha1 = defineRule<SignatureSubject>({
  code: 'signature/algorithm-sha1',
  severity: 'error',
  source: { rfc: 8301, section: '3.1' },
  why: 'SHA-1 has been broken: others can make a message with the same hash. Verifiers must not accept it, and signers must not use it.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=«rsa-sha1»; c=relaxed/relaxed; d=a.example; s=s1; ' +
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
      'DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  *check({ tags }) {
    const tag = tagNamed(tags, 'a')
    if (tag?.value === 'rsa-sha1')
      yield { span: tag.valueSpan, message: '`rsa-sha1` fails everywhere: sign with `rsa-sha256`.' }
  },
})
