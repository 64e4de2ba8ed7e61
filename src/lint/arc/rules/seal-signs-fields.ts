import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { ArcSubject } from '../subject.ts'

export const sealSignsFields = defineRule<ArcSubject>({
  code: 'arc/seal-signs-fields',
  severity: 'error',
  source: { rfc: 8617, section: '4.1.3' },
  why: 'A seal signs the ARC fields up to its own set, always and only. With an `h=` it fails.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; «h=From»; b=YWE=',
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
  *check({ seals }) {
    for (const { tags } of seals) {
      const tag = tagNamed(tags, 'h')
      if (tag)
        yield {
          span: tag.span,
          message: 'A seal must have no `h=`: which fields it signs is fixed.',
          fixes: [removeTag(tags, tag)],
        }
    }
  },
})
