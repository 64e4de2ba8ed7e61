import { expect, test } from 'vitest'
import { markedIn, markTerms } from './mark-terms.ts'

const mark = (html: string, used = new Set<string>()) => markTerms(html, { base: '../../', used })
const link = (id: string, word: string) => `<a href="../../glossary/#${id}">${word}</a>`

test.each([
  ['its first use', '<p>A relay, a relay.</p>', `<p>A ${link('relay', 'relay')}, a relay.</p>`],
  ['at a sentence’s start', '<p>Relays do.</p>', `<p>${link('relay', 'Relays')} do.</p>`],
  ['by another spelling', '<p>a DSN</p>', `<p>a ${link('bounce', 'DSN')}</p>`],
  ['the longest', '<p>an open relay</p>', `<p>an ${link('open-relay', 'open relay')}</p>`],
  [
    'over the end of a line',
    '<p>an open\nrelay</p>',
    `<p>an ${link('open-relay', 'open\nrelay')}</p>`,
  ],
  ['in emphasis', '<p><em>TLS</em></p>', `<p><em>${link('tls', 'TLS')}</em></p>`],
  [
    'behind code',
    '<p><code>MX</code> an MX.</p>',
    `<p><code>MX</code> an ${link('mx', 'MX')}.</p>`,
  ],
])('marks %s', (_, html, marked) => expect(mark(html)).toBe(marked))

test.each([
  ['in code', '<p><code class="whole">TLS</code></p>'],
  ['in a block of code', '<pre><code>TLS <b>SPF</b> DNS</code></pre>'],
  ['in a heading', '<h3>What TLS is</h3>'],
  ['in a link', '<p><a href="x">SPF and <em>DKIM</em></a></p>'],
  ['in an attribute', '<p title="a relay">x</p>'],
  ['within a word or a name', '<p>relaying-free prerelay SPF1 mx.relay.test</p>'],
  ['written small where it has capitals', '<p>an spf, a tls</p>'],
  ['that begins with what may be an article', '<p>A record has a name. A record is a line.</p>'],
  ['that is an everyday word', '<p>a message, a record</p>'],
])('leaves a term %s', (_, html) => expect(mark(html)).toBe(html))

test('marks a term once in all that is marked with the same set', () => {
  const used = new Set(['dns'])
  expect(markedIn(mark('<p>DNS, TLS</p>', used) + mark('<p>TLS and SPF</p>', used))).toEqual([
    ...['tls', 'spf'],
  ])
})
