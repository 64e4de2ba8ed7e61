import { expect, test } from 'vitest'
import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { parseMessage } from '../../message/parse.ts'
import { shownLogo, type ShownLogo } from './shown-logo.ts'

const svg = (inside = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"><title>Ä</title>${inside}</svg>`
const packed = (text: string): string => `BIMI-Indicator: ${encodeBase64(utf8(text))}`
const pass =
  'Authentication-Results: mx.example.net; dmarc=pass header.from=example.org;\r\n bimi=pass header.d=example.org header.selector=default'
const results = (result: string): string => `Authentication-Results: mx.example.net; bimi=${result}`

test.each<[what: string, fields: readonly string[], shown: ShownLogo | undefined]>([
  [
    'a logo that was found',
    [pass, packed(svg())],
    { kind: 'shown', domain: 'example.org', svg: encodeBase64(utf8(svg())) },
  ],
  [
    'a logo in several lines',
    [pass, packed(svg()).replace(/(.{60})/g, '$1\r\n ')],
    { kind: 'shown', domain: 'example.org', svg: encodeBase64(utf8(svg())) },
  ],
  ['a host that looks for none', ['Authentication-Results: mx.example.net; spf=pass'], undefined],
  ['nothing stated', [packed(svg())], undefined],
  ['a logo below another host’s word', [results('none'), pass, packed(svg())], no('none')],
  ['a policy that enforces nothing', [results('skipped')], no('skipped')],
  ['a record that declines', [results('declined')], no('declined')],
  ['a question without an answer', [results('temperror')], no('temperror')],
  ['a word that is not known', [results('perhaps'), packed(svg())], no('fail')],
  ['a logo that is not there', [pass], no('fail')],
  ['a logo that is no base64', [pass, 'BIMI-Indicator: %%%'], no('fail')],
  ['a logo with a script', [pass, packed(svg('<script>1</script>'))], no('fail')],
  ['a logo that fetches', [pass, packed(svg('<use href="https://a.test/b"/>'))], no('fail')],
])('of %s', (_, fields, shown) =>
  expect(
    shownLogo(parseMessage(utf8([...fields, 'From: a@example.org', '', 'x'].join('\r\n')))),
  ).toEqual(shown),
)

function no(because: Extract<ShownLogo, { kind: 'not shown' }>['because']): ShownLogo {
  return { kind: 'not shown', because }
}
