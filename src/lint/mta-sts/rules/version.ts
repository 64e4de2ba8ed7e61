import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix, removal } from '../../tag-edits.ts'
import type { StsSubject } from '../subject.ts'

export const version = defineRule<StsSubject>({
  code: 'mta-sts/version',
  severity: 'error',
  source: { rfc: 8461, section: '3.1' },
  why: 'The record must begin with `v=STSv1;`, to the letter and without a space. Senders throw away what begins otherwise, as if the domain did not use MTA-STS.',
  bad: [
    '«v=stsv1»; id=20260512',
    '«v = STSv1»; id=20260512',
    'id=20260512; «v=STSv1»',
    '_mta-sts.example.com TXT «id=20260512»',
    '«v=STSv1 »; id=20260512',
    '«v=STSv1»',
  ],
  good: ['v=STSv1; id=20260512', 'v=STSv1;id=20260512;'],
  *check({ record }) {
    if (record.isSts) return
    const { text, tags } = record
    const tag = tags.find(({ name }) => name.toLowerCase() === 'v')
    const first = tags[0]
    if (!tag)
      yield {
        span: first?.span ?? span(0, text.length),
        message: 'The record must begin with `v=STSv1;`; without it senders pass it over.',
        fixes: [fix('Begin with `v=STSv1;`', span(0, 0), 'v=STSv1; ')],
      }
    else {
      const isFirst = tag === first
      const whole = span(isFirst ? 0 : tag.span.from, isFirst ? tag.rawSpan.to : tag.span.to)
      const rest = text[tag.rawSpan.to] === ';' ? '' : ';'
      yield {
        span: whole,
        message: `The record must begin with \`v=STSv1;\`, to the letter; as it stands, senders pass it over.`,
        fixes: [
          isFirst
            ? fix('Write `v=STSv1;`', whole, `v=STSv1${rest}`)
            : {
                title: 'Move `v=STSv1;` to the front',
                edits: [{ span: span(0, 0), text: 'v=STSv1; ' }, removal(text, tag)],
              },
        ],
      }
    }
  },
})
