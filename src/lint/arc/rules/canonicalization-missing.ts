import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { ArcSubject } from '../subject.ts'

export const canonicalizationMissing = defineRule<ArcSubject>({
  code: 'arc/canonicalization-missing',
  severity: 'warning',
  source: { rfc: 6376, section: '3.5' },
  why: 'Without `c=` a signature means `simple/simple`, which bears no change of white space; some validators of ARC read it as `relaxed/relaxed`. State which.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      '«ARC-Message-Signature»: i=1; a=rsa-sha256; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
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
    for (const { field, tags } of messageSignatures)
      if (!tagNamed(tags, 'c'))
        yield {
          span: field.nameSpan,
          message: 'This signature has no `c=`, and readers differ in what that means.',
        }
  },
})
