import { expect, test } from 'vitest'
import { linkOembed, oembedOf, siteAddress } from './oembed.ts'

test.each([
  ['https://mail.example/w', 'https://mail.example/w/'],
  ['https://mail.example/?x#y', 'https://mail.example/'],
  ['mail.example', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('the site at “%s”', (named, address) => expect(siteAddress(named)?.href).toBe(address))

const address = new URL('https://mail.example/w/')

test('a lesson is answered with a frame of it, in its language', () =>
  expect(oembedOf({ slug: 'mx', title: 'A & B' }, address, 'de')).toMatchObject({
    ...{ version: '1.0', type: 'rich', provider_url: 'https://mail.example/w/' },
    html: expect.stringContaining(
      'src="https://mail.example/w/de/embed/?kind=lesson&amp;lesson=mx" title="A &amp; B"',
    ),
  }))

test('pages of lessons lead to their answers, and others do not', () => {
  const html = '<head></head>'
  expect(linkOembed(html, 'lessons/mx/index.html', 'en', address)).toContain(
    'href="https://mail.example/w/oembed/mx.json"',
  )
  expect(linkOembed(html, 'check/index.html', 'en', address)).toBe(html)
  expect(linkOembed(html, 'lessons/mx/index.html', 'en', undefined)).toBe(html)
})
