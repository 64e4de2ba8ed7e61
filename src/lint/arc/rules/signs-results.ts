import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import type { ArcSubject } from '../subject.ts'

export const signsResults = defineRule<ArcSubject>({
  code: 'arc/signs-results',
  severity: 'error',
  source: { rfc: 8617, section: '4.1.2' },
  why: 'Servers on the way take Authentication-Results fields out, as they should, and with that a signature over them breaks.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:«Authentication-Results»; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
  ],
  *check({ messageSignatures }) {
    for (const { text, span } of messageSignatures.flatMap(({ signed }) => signed))
      if (text.toLowerCase() === 'authentication-results')
        yield { span, message: 'An ARC-Message-Signature must not sign `Authentication-Results`.' }
  },
})
