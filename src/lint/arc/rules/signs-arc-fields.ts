import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { isArcField } from '../../../auth/arc/fields.ts'
import type { ArcSubject } from '../subject.ts'

export const signsArcFields = defineRule<ArcSubject>({
  code: 'arc/signs-arc-fields',
  severity: 'error',
  source: { rfc: 8617, section: '4.1.2' },
  why: 'The fields of ARC are the seal’s to sign. A message signature over them breaks when the next set is added.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:«ARC-Seal»:«arc-authentication-results»; bh=YWE=; b=YWE=',
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
      if (isArcField({ lower: text.toLowerCase() }))
        yield {
          span,
          message: `An ARC-Message-Signature must not sign \`${text}\`: the seal does.`,
        }
  },
})
