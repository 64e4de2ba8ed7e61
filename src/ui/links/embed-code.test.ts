import { expect, test } from 'vitest'
import { embedCode } from './embed-code.ts'

const at = { fragment: 's=x', title: 'T & “t”', home: new URL('https://m.example/w/') }

test('a zone is put in as its text, with its sender', () => {
  const state = {
    ...{ v: 1 as const, texts: [{ name: 'example.org', text: '@ TXT "<v=spf1>"' }] },
    sender: { ip: '192.0.2.1', mailFrom: 'a@example.org' },
  }
  expect(embedCode(state, at)).toEqual({
    tag: '<script type="module" src="https://m.example/w/embed.js"></script>\n<helo-zone name="example.org" sender="192.0.2.1 a@example.org"><pre>@ TXT &quot;&lt;v=spf1&gt;&quot;</pre></helo-zone>',
    iframe:
      '<iframe src="https://m.example/w/embed/?kind=zone&amp;name=example.org&amp;sender=192.0.2.1+a%40example.org#s=x" title="T &amp; “t”" width="100%" height="420" loading="lazy" style="border: 0"></iframe>',
  })
})

test.each([
  [
    { v: 1, slug: 'speak-smtp', edition: 1, journal: [] },
    '<helo-lesson lesson="speak-smtp" state="s=x">',
  ],
  [
    { v: 1, slug: 'sandbox-bank', edition: 1, journal: [] },
    '<helo-terminal scenario="bank" state="s=x">',
  ],
  [{ v: 1, texts: [{ name: 'a.eml', text: 'From: a@example.org\n\nHi' }] }, '<helo-message>'],
  [
    {
      v: 1,
      texts: [
        { name: 'a', text: '@ A 192.0.2.1' },
        { name: '', text: 'v=spf1 -all' },
      ],
    },
    '-- a\n@ A 192.0.2.1\n-- example.org\nv=spf1 -all',
  ],
] as const)('%j is put in as %s', (state, tag) => expect(embedCode(state, at)!.tag).toContain(tag))

test.each([
  [{ v: 1, slug: 'sandbox', edition: 1, journal: [] }],
  [{ v: 1, tool: 'reports', texts: [{ name: '', text: 'x' }] }],
] as const)('%j is put in nowhere', (state) => expect(embedCode(state, at)).toBeUndefined())

test('a page in another language is framed in it, with the script of the root', () => {
  const state = { v: 1 as const, slug: 'mx', edition: 1, journal: [] }
  const { tag, iframe } = embedCode(state, { ...at, home: new URL('https://m.example/w/de/') })!
  expect(tag).toContain('src="https://m.example/w/embed.js"')
  expect(iframe).toContain('https://m.example/w/de/embed/?kind=lesson')
})
