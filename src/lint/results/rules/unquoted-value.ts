import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { quote, TOKEN } from '../../../auth/results/value.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

/** `[local-part]@domain` needs no quotes. */
const ADDRESS = /^[^\s()<>[\]:;@\\,"]*@[^\s()<>[\]:;@\\,"/?=]+$/

export const unquotedValue = defineRule<AuthenticationResults>({
  code: 'results/unquoted-value',
  severity: 'warning',
  source: { rfc: 8601, section: '2.2' },
  why: 'Characters with a meaning of their own end a bare value for a strict reader, so what follows is lost or misread.',
  bad: [
    'mx.example.org; arc=pass smtp.remote-ip=«2001:db8::1»',
    'mx.example.org; dkim=pass header.b=«ab/d=»',
  ],
  good: [
    'mx.example.org; arc=pass smtp.remote-ip="2001:db8::1"',
    'mx.example.org; dkim=pass header.i=@a.example header.b=ab+d',
  ],
  *check({ results }) {
    for (const { value } of results.flatMap(({ properties }) => properties))
      if (
        !value.quoted &&
        value.text !== '' &&
        !TOKEN.test(value.text) &&
        !ADDRESS.test(value.text)
      )
        yield {
          span: value.span,
          message: `\`${value.text}\` has a character that may stand in quotes only.`,
          fixes: [fix('Quote it', value.span, quote(value.text))],
        }
  },
})
