import { expect, test } from 'vitest'
import { askedName, isSameDomain, toALabels } from './idna.ts'

test.each([
  // RFC 3492 §7.1: Arabic, Chinese, Czech, Hebrew, Hindi, Japanese, Korean, Russian, Spanish, Vietnamese.
  ['ليهمابتكلموشعربي؟', undefined],
  ['他们为什么不说中文', 'xn--ihqwcrb4cv8a8dqg056pqjye'],
  ['Pročprostěnemluvíčesky', 'xn--proprostnemluvesky-uyb24dma41a'],
  ['למההםפשוטלאמדבריםעברית', 'xn--4dbcagdahymbxekheh6e0a7fei0b'],
  ['почемужеонинеговорятпорусски', 'xn--b1abfaaepdrnnbgefbadotcwatmq2g4l'],
  ['PorquénopuedensimplementehablarenEspañol', 'xn--porqunopuedensimplementehablarenespaol-fmd56a'],
  ['TạisaohọkhôngthểchỉnóitiếngViệt', 'xn--tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g'],
  // Names.
  ['bücher.example', 'xn--bcher-kva.example'],
  ['BÜCHER.Example.', 'xn--bcher-kva.example'],
  ['bu\u0308cher.example', 'xn--bcher-kva.example'],
  ['straße.example', 'xn--strae-oqa.example'],
  ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
  ['_dmarc.bücher.example', '_dmarc.xn--bcher-kva.example'],
  ['s1._domainkey.mail.bücher.example', 's1._domainkey.mail.xn--bcher-kva.example'],
  ['１２.example', '12.example'],
  // ASCII stays, also what is no name of a host.
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['MX.Example.org.', 'mx.example.org'],
  ['a b', 'a b'],
  ['', ''],
  // What no label of a name can hold.
  ['bü cher.example', undefined],
  ['a/ü.example', undefined],
  ['ü@example.org', undefined],
  ['\u00a0', undefined],
  ['“reject”.example', undefined],
  ['ü'.repeat(80), undefined],
])('%s is %s in the DNS', (written, asked) => expect(toALabels(written)).toBe(asked))

test('a name that is none stays as it is', () =>
  expect(askedName('ü ü.Example')).toBe('ü ü.example'))

test.each([
  ['bücher.example', 'XN--BCHER-KVA.example.', true],
  ['bücher.example', 'bucher.example', false],
])('%s and %s are one domain: %s', (a, b, same) => expect(isSameDomain(a, b)).toBe(same))
