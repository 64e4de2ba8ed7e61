import { expect, test } from 'vitest'
import { richParts, saidOf } from './rich-text.ts'

const show = (text: string) =>
  richParts(text)
    .map((part) => (part.code ? `<${part.text}>` : part.stress ? `_${part.text}_` : part.text))
    .join('|')

test.each([
  ['plain', 'plain'],
  ['', ''],
  ['`all`', '<all>'],
  ['Put `-all` last, after `mx`.', 'Put |<-all>| last, after |<mx>|.'],
  ['one ` alone', 'one ` alone'],
  ['``', '``'],
  ['`a``b`', '<a>|<b>'],
  ['Press *Undo*.', 'Press |_Undo_|.'],
  ['*File in …* `Archive`', '_File in …_| |<Archive>'],
  ['`* OK` and `*`', '<* OK>| and |<*>'],
  ['2 * 3 * 4, a*b*c, one *alone', '2 * 3 * 4, a*b*c, one *alone'],
])('%s', (text, shown) => expect(show(text)).toBe(shown))

test.each([
  ['`-all`', '`-all`: so'],
  ['`Received:`', '`Received:` so'],
  ['The shop:', 'The shop: so'],
  ['The shop. It only sends.', 'The shop. It only sends: so'],
])('what is said of %s', (name, whole) => expect(saidOf(name, 'so')).toBe(whole))
