import { defineRule } from '../../../core/rule.ts'
import { rewriteValue } from '../edits.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'
import { withoutComments } from '../../../message/tokens.ts'

export const versionValue = defineRule<FormatSubject>({
  code: 'mime/version-value',
  severity: 'warning',
  source: { rfc: 2045, section: '4' },
  why: 'There is one version, `1.0`. With another a reader cannot know what the message means.',
  bad: [
    'From: ann@example.org\nMIME-Version: «2.0»\nContent-Type: text/plain; charset=utf-8\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nHi\n',
    'From: ann@example.org\nMIME-Version: 1.0 (made here)\nContent-Type: text/plain; charset=utf-8\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of fieldsNamed(message, 'MIME-Version'))
      if (withoutComments(field.value).replace(/\s+/g, '') !== '1.0')
        yield {
          span: valuePlace(message, field),
          message: 'The version of MIME is `1.0`.',
          fixes: [rewriteValue('Write `1.0`', message, field, '1.0')],
        }
  },
})
