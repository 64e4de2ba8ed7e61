import { expect, test } from 'vitest'
import { richParts } from './rich-text.ts'

const show = (text: string) =>
  richParts(text)
    .map((part) => (part.code ? `<${part.text}>` : part.text))
    .join('|')

test.each([
  ['plain', 'plain'],
  ['', ''],
  ['`all`', '<all>'],
  ['Put `-all` last, after `mx`.', 'Put |<-all>| last, after |<mx>|.'],
  ['one ` alone', 'one ` alone'],
  ['``', '``'],
  ['`a``b`', '<a>|<b>'],
])('%s', (text, shown) => expect(show(text)).toBe(shown))
