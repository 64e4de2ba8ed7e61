import { expect, test } from 'vitest'
import { changedLine, excerptOf } from './excerpt.ts'

test('shows what is marked, with a little around it', () => {
  const text =
    'first\nexample.org. 3600 IN TXT "v=spf1 ip4:300.1.1.1 mx include:_spf.provider.example -all"\nlast'
  const from = text.indexOf('300')
  expect(excerptOf(text, { from, to: from + 3 })).toEqual({
    ...{ before: '….org. 3600 IN TXT "v=spf1 ip4:'.slice(-29).replace(/^./, '…'), marked: '300' },
    after: '.1.1.1 mx include:_spf.provi…',
  })
  expect(excerptOf(text, { from: 0, to: 5 })).toEqual({ before: '', marked: 'first', after: '' })
  expect(excerptOf(text, { from: 0, to: text.length }).marked).toBe('first')
})

test('shows the lines that a fix changes', () => {
  expect(changedLine('a\nb\nc\n', 'a\nB\nc\n')).toEqual({ before: 'b', after: 'B' })
  expect(changedLine('a\n', 'a\nb\n')).toEqual({ before: '', after: 'b' })
  expect(changedLine('a', 'a')).toEqual({ before: '', after: '' })
})
