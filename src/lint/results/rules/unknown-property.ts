import { defineRule } from '../../../core/rule.ts'
import { cover } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import {
  closestWord,
  listOf,
  methodWords,
  propertyTypes,
} from '../../../auth/results/vocabulary.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const unknownProperty = defineRule<AuthenticationResults>({
  code: 'results/unknown-property',
  severity: 'info',
  source: { rfc: 8601, section: '6.3' },
  why: 'Each method has its registered properties; others are read only by their writer.',
  bad: [
    'mx.example.org; spf=pass «smtp.mfrom»=a.example',
    'mx.example.org; dmarc=pass «header.d»=a.example',
  ],
  good: [
    'mx.example.org; spf=pass smtp.mailfrom=a.example',
    'mx.example.org; dkim=policy policy.dkim-rules=strict',
  ],
  *check({ results }) {
    for (const { method, properties } of results) {
      const word = methodWords.get(method.text.toLowerCase())
      for (const { ptype, property } of word ? properties : []) {
        const name = `${ptype.text}.${property.text}`
        const isFree = ptype.text.toLowerCase() === 'policy'
        const isType = propertyTypes.includes(ptype.text.toLowerCase())
        if (isFree || !isType || word!.properties.includes(name.toLowerCase())) continue
        const where = cover(ptype.span, property.span)
        const closest = closestWord(name, word!.properties)
        yield {
          span: where,
          message: `\`${name}\` is not registered for \`${method.text}\`, which has ${listOf(word!.properties)}.`,
          fixes: closest ? [fix(`Write \`${closest}\``, where, closest)] : [],
        }
      }
    }
  },
})
