import { describe, expect, test } from 'vitest'
import { formatZone } from './format.ts'
import { parseZone } from './parse.ts'

const format = (text: string): string => formatZone(parseZone(text, { origin: 'example.com' }).zone)

test('columns are aligned; comments, blank lines and parentheses stay', () => {
  expect(
    format(`; the zone
$TTL   1h ; an hour

@ IN SOA ns hostmaster ( ; about
 1;serial
  1d 2h ; refresh, retry

4w 1h)
  NS ns ; the server
\tMX 10   mail;mail
averyveryveryveryverylongnameofahost.sub 5m A 192.0.2.1
mail IN 300 A 192.0.2.25   
  ; indented
k TXT (
"a"  "b" )
_dmarc TXT v=DMARC1;p=none
broken  A   x.y
x TXT "no end  
`),
  ).toMatchInlineSnapshot(`
    "; the zone
    $TTL 1h  ; an hour

    @          IN SOA ns hostmaster (  ; about
                      1                ;serial
                      1d 2h            ; refresh, retry

                      4w 1h )
                  NS  ns  ; the server
                  MX  10 mail  ;mail
    averyveryveryveryverylongnameofahost.sub 5m     A   192.0.2.1
    mail   300 IN A   192.0.2.25
      ; indented
    k             TXT (
                      "a" "b" )
    _dmarc        TXT v=DMARC1;p=none
    broken  A   x.y
    x TXT "no end  
    "
  `)
})

describe('formatting', () => {
  test.each([
    ['nothing', '', ''],
    ['blank lines', '\n\n  \n', ''],
    ['a comment', ' ; a  \n', ' ; a\n'],
    ['a record in one line of parentheses', 'a 1 A (192.0.2.1)', 'a 1 A 192.0.2.1\n'],
    ['a parenthesis before the type', '(a 1\nA) 192.0.2.1', 'a 1 A (\n      192.0.2.1 )\n'],
    ['class before TTL', 'a IN 1 A 192.0.2.1', 'a 1 IN A 192.0.2.1\n'],
    ['an escaped space', 'a 1 TXT b\\ ', 'a 1 TXT b\\ \n'],
    ['Windows line ends', 'a 1 A 192.0.2.1\r\n\r\n;b\r\n', 'a 1 A 192.0.2.1\n\n;b\n'],
    ['what has an error stays', 'a  FOO  b  ; c ', 'a  FOO  b  ; c\n'],
    [
      'an open parenthesis stays, with all behind it',
      'a 1 A ( b\nc  1  A 192.0.2.1',
      'a 1 A ( b\nc  1  A 192.0.2.1\n',
    ],
  ])('%s: %j', (_, text, formatted) => {
    expect(format(text)).toBe(formatted)
    expect(format(formatted)).toBe(formatted)
  })
})
