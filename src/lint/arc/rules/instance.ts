import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { isNotLeading, MAX_INSTANCE } from '../../../auth/arc/instance.ts'
import type { ArcSubject } from '../subject.ts'

export const instance = defineRule<ArcSubject>({
  code: 'arc/instance',
  severity: 'error',
  source: { rfc: 8617, section: '4.2.1' },
  why: '`i=` states which set a field belongs to. A field without it, or with a number outside of 1 to 50, breaks the whole chain.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: «i=0»; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: «i=51»; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
    lines(
      '«ARC-Seal»: a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
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
    for (const { instance, field, ...one } of chain.fields) {
      if (instance !== undefined || isNotLeading(one.problem)) continue
      const tag = 'tags' in one ? tagNamed(one.tags, 'i')?.span : one.problem?.span
      yield {
        span: tag ?? field.nameSpan,
        message: `\`${field.name}\` gives no instance from 1 to ${MAX_INSTANCE}, so it belongs to no set.`,
      }
    }
  },
})
