import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { ArcSubject } from '../subject.ts'

export const sha1 = defineRule<ArcSubject>({
  code: 'arc/sha1',
  severity: 'error',
  source: { rfc: 8301, section: '3.1' },
  why: 'SHA-1 has been broken. No set signed with it counts.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=«rsa-sha1»; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
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
  *check({ messageSignatures, seals }) {
    for (const { tags } of [...messageSignatures, ...seals]) {
      const tag = tagNamed(tags, 'a')
      if (tag?.value === 'rsa-sha1')
        yield {
          span: tag.valueSpan,
          message: '`rsa-sha1` fails everywhere: sign with `rsa-sha256`.',
        }
    }
  },
})
