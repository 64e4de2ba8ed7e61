import { describe, expect, test } from 'vitest'
import { linkLanguages, otherPages, ownFolder } from './other-languages.ts'
import { withoutOwnLanguage, withoutOwnMarks } from './own-language.ts'

const both = ['en', 'de'] as const
const english = { language: 'en', all: both } as const
const german = { language: 'de', all: both } as const
const alone = { language: 'de', all: [] } as const

test.each([
  [english, ''],
  [german, 'de/'],
  [alone, ''],
])('%o stands in “%s”', (languages, folder) => expect(ownFolder(languages)).toBe(folder))

describe('the same page in the other language', () => {
  test.each([
    ['index.html', 'de/', '../'],
    ['sandbox/index.html', '../de/sandbox/', '../../sandbox/'],
    ['lessons/mx/index.html', '../../de/lessons/mx/', '../../../lessons/mx/'],
  ])('%s', (page, toGerman, toEnglish) => {
    expect(otherPages(page, english)).toEqual([{ language: 'de', href: toGerman }])
    expect(otherPages(page, german)).toEqual([{ language: 'en', href: toEnglish }])
    expect(otherPages(page, alone)).toEqual([])
  })

  test('is named for machines and for people', () => {
    const html = linkLanguages('<head></head><nav></nav>%languages%', 'rules/index.html', english)
    expect(html).toBe(
      '<head><link rel="alternate" hreflang="de" href="../de/rules/" /></head><nav></nav>' +
        '<a lang="de" hreflang="de" href="../de/rules/">Deutsch</a>',
    )
    expect(linkLanguages('<head></head>%languages%', 'index.html', alone)).toBe('<head></head>')
  })
})

describe('an element need not say that it is', () => {
  const html = '<html lang="de"><a lang="en">x</a><p lang="de" class="a">y</p><a hreflang="de">'

  test('in the language of its page', () => {
    expect(withoutOwnLanguage(html, 'de')).toBe(html.replace('<p lang="de"', '<p'))
    expect(withoutOwnLanguage(html, 'en')).toBe(html.replace('<a lang="en"', '<a'))
  })

  test('in English, in a source for English pages', () => {
    const source =
      '<p lang="en">a</p><h1 lang={work.lesson.language ?? \'en\'}>b</h1><b lang={a ? undefined : (b ?? c)}>c</b>'
    expect(withoutOwnMarks(source, 'en')).toBe('<p>a</p><h1>b</h1><b>c</b>')
    expect(withoutOwnMarks(source, 'de')).toBe(source)
  })
})
