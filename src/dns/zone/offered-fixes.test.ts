import { expect, test } from 'vitest'
import { parseZone } from './parse.ts'

const titles = (text: string): string[] =>
  parseZone(`$TTL 1h\n${text}`, { origin: 'example.com' }).problems.flatMap(({ fixes }) =>
    fixes.map(({ title }) => title),
  )

const HERE = 'Give it to the zone itself: `@`'
const ABOVE = 'Give it to the name above: start with a space'

test.each([
  ['www A web', ['Make it a CNAME record']],
  ['@ A web', []],
  ['example.com. A web', []],
  ['www A web and more', []],
  ['@ A "v=spf1 mx -all"', ['Make it a TXT record']],
  ['www A "web"', []],
  ['@ MX mail', ['Add a preference of 10']],
  ['@ MX mail 10', ['Put the preference first']],
  ['@ MX mail backup', []],
  ['@ MX mail 10 backup', []],
  ['MX 10 mail', [HERE]],
  ['www A 192.0.2.1\nMX 10 mail', [ABOVE, HERE]],
  ['CNAME web', []],
  ['www A 192.0.2.1\nCNAME web', [ABOVE]],
  [' MX 10 mail', [HERE]],
  [' CNAME web', []],
  ['www TXTT "hello"', ['Write `TXT`']],
  ['www AA 192.0.2.1', ['Write `A`']],
  ['www AA web', []],
  ['www 8x 192.0.2.1', []],
  ['@ MXX 10', []],
  ['\u00a0www A 192.0.2.1', ['Remove it']],
  ['www A 192.0.2.1\n\u00a0TXT "a"', ['Make it a space']],
  ['www\u00a0A 192.0.2.1', ['Make it a space']],
])('a fix is offered only where it repairs: %j', (text, offered) =>
  expect(titles(text)).toEqual(offered),
)
