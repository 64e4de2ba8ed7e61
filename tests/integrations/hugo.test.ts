import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderTemplate } from './go-template.ts'

const source = readFileSync('integrations/hugo/helo.html', 'utf8')

function render(params: Readonly<Record<string, string>>, inner = '', site = 'https://a.example/') {
  const fields: Record<string, string | typeof params> = {
    ...{ '.Inner': inner, '.Params': params, '.Page.Site.Params.heloWorld': site },
    '.Position': 'page.md:3:1',
  }
  return renderTemplate(source, (field, name) =>
    field === '.Get' ? (params[String(name)] ?? '') : fields[field]!,
  )
}

const script = '<script type="module" src="https://a.example/embed.js"></script>\n'

test('the shortcode makes an element of its text, unchanged, and brings the script', () =>
  expect(render({ kind: 'zone', name: 'a.example' }, '\n*a* &lt; <b>\n\n; "c"\n')).toBe(
    '<helo-zone name="a.example"><pre><code>\n*a* &amp;lt; &lt;b&gt;\n\n; &#34;c&#34;\n</code></pre></helo-zone>' +
      script,
  ))

test('its parameters are attributes; what would run a script is left out', () =>
  expect(render({ kind: 'smtp', label: 'a "b" <c>', onclick: 'x()', ONLOAD: 'x()' })).toBe(
    `<helo-smtp label="a &#34;b&#34; &lt;c&gt;"><pre><code></code></pre></helo-smtp>${script}`,
  ))

test.each([
  [
    { kind: 'zones' },
    'https://a.example/',
    'page.md:3:1: helo: kind="zones" should be one of: zone, smtp',
  ],
  [{ kind: 'zone' }, '', 'helo: say where the playground is'],
])('%o at %j says what is wrong', (params, site, sentence) =>
  expect(() => render(params, '', site)).toThrow(sentence),
)
