import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { ArcSubject } from '../subject.ts'

export const gap = defineRule<ArcSubject>({
  code: 'arc/gap',
  severity: 'error',
  source: { rfc: 8617, section: '5.2' },
  why: 'The sets are numbered from 1 without a gap. A missing number means that somebody took a set out, so the chain fails.',
  bad: [
    lines(
      'ARC-Seal: «i=2»; a=rsa-sha256; cv=pass; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=2; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=2; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    lines(
      'ARC-Seal: i=2; a=rsa-sha256; cv=pass; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=2; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=2; mx.a.example; arc=none',
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
  ],
  *check({ chain }) {
    for (const [at, { instance, seals, messageSignatures }] of chain.sets.entries()) {
      const before = chain.sets[at - 1]?.instance ?? 0
      const field = seals[0] ?? messageSignatures[0]
      const tag = field && tagNamed(field.tags, 'i')
      if (tag && instance !== before + 1)
        yield { span: tag.span, message: `No set ${before + 1} stands below set ${instance}.` }
    }
  },
})
