import { lines } from '../../../core/text/lines.ts'
import { asCharacters } from '../../../core/bytes.ts'
import { askedName } from '../../../core/idna.ts'
import { defineRule } from '../../../core/rule.ts'
import { labelsOf, normalizeName } from '../../../core/domain.ts'
import { authorDomains } from '../../../auth/author-domains.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { SignatureSubject } from '../signature-subject.ts'

/** Only DNS shows the organizational domain; it must lie below a top-level domain. */
const mayAlign = (a: string, b: string): boolean => topTwo(a) === topTwo(b)

const topTwo = (name: string): string => labelsOf(askedName(name)).slice(-2).join('.')

export const notAligned = defineRule<SignatureSubject>({
  code: 'signature/not-aligned',
  severity: 'warning',
  source: { rfc: 9989, section: '4.4.1' },
  why: 'A signature helps DMARC only if its domain is that of `From`, or has the same organizational domain. Others’ signatures may hold, and prove nothing for the author.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=«mailer.example»; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=«b.example»; s=s1; ' +
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
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=news.a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  *check({ message, tags }) {
    const tag = tagNamed(tags, 'd')
    const domain = asCharacters(normalizeName(tag?.value ?? ''))
    const authors = authorDomains(message)
    if (
      tag &&
      labelsOf(domain).length > 1 &&
      authors.length &&
      !authors.some((one) => mayAlign(one, domain))
    )
      yield {
        span: tag.valueSpan,
        message: `\`${domain}\` shares no organizational domain with \`${authors[0]}\` of \`From\`, so it cannot be aligned.`,
      }
  },
})
