import * as v from 'valibot'
import { joinedText } from '../../core/dns.ts'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'

/**
 * @example
 * { kind: spf-terms, name: example.org, atLeast: 3 }
 */
export const spfTerms = defineCondition({
  kind: 'spf-terms',
  about:
    'The SPF record at a name has so many terms; with several records or none it does not hold.',
  entries: () => ({
    /** Absolute, without the final dot. */
    name: v.string(),
    /** How many words stand behind `v=spf1` at least. */
    atLeast: v.number(),
  }),
  check({ name, atLeast }, { world }) {
    const texts = world.resolver
      .query(name, 'TXT')
      .records.flatMap((record) => ('strings' in record ? joinedText(record) : []))
    const [text, another] = texts.filter((one) => /^v=spf1(?: |$)/i.test(one))
    if (text === undefined || another !== undefined)
      return notYet(`${code(name)} has ${another === undefined ? 'no' : 'several'} SPF records.`)
    const terms = text.trim().split(/ +/).length - 1
    return terms >= atLeast ? met : notYet(`The SPF record of ${code(name)} has ${terms} terms.`)
  },
})
