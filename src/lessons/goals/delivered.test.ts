import { expect, test } from 'vitest'
import { appended, evidence, message, type BobsMessage } from '../testing/evidence.ts'
import { judge } from './index.ts'

const stand = (params: object, ...bob: readonly BobsMessage[]) =>
  judge({ kind: 'delivered', mailbox: 'bob@example.org', ...params }, evidence({ bob }))

const whole = message('Subject: Hello\n\nDear Bob,\n.signed\n')
const subject = { name: 'Subject' }

test.each([
  ['any message', {}, [whole]],
  ['a header field', { header: { name: 'SUBJECT' } }, [whole]],
  ['its value', { header: { ...subject, value: 'Hello' } }, [whole]],
  ['a part of it', { header: { ...subject, has: 'hell' } }, [whole]],
  ['no such part of it', { header: { ...subject, lacks: 'Bye' } }, [whole]],
  ['a text', { body: 'some' }, [whole]],
  ['no text', { body: 'none' }, [message('Subject: Hello\nDear Bob\n')]],
  ['a line as it was meant', { line: '.signed' }, [whole]],
  ['several lines', { lines: ['.signed', 'Dear Bob,'] }, [whole]],
  ['the envelope', { from: 'alice@EXAMPLE.net', to: 'bob@example.org' }, [whole]],
  ['the null sender', { from: '' }, [message('', { from: '' })]],
  ['a folder', { folder: 'junk' }, [message('', { folder: 'junk' })]],
  ['a folder the message was moved to', { folder: 'trash' }, [message('', { folder: 'trash' })]],
  ['an older message', { header: subject }, [whole, message('\nHi\n')]],
])('%s is met', (_, params, bob) => expect(stand(params, ...bob)).toEqual({ met: true }))

test.each([
  ['nothing came', {}, [], 'Bob’s mailbox is empty.'],
  [
    'no field',
    { header: subject },
    [message('\nSubject: Hello\n')],
    'In Bob’s newest message there is no `Subject` field in the header.',
  ],
  [
    'an empty field',
    { header: subject },
    [message('Subject:\n\nHi\n')],
    'In Bob’s newest message there is no `Subject` field in the header.',
  ],
  [
    'no such part',
    { header: { ...subject, has: 'Bye' } },
    [whole],
    'In Bob’s newest message the `Subject` field is `Hello`, without `Bye`.',
  ],
  [
    'an unwanted part',
    { header: { ...subject, lacks: 'hell' } },
    [whole],
    'In Bob’s newest message the `Subject` field is `Hello`, with `hell` in it.',
  ],
  [
    'another value',
    { header: { ...subject, value: 'Bye' } },
    [whole],
    'In Bob’s newest message the `Subject` field is `Hello`, not `Bye`.',
  ],
  [
    'no blank line',
    { header: subject, body: 'some' },
    [message('Subject: Hello\nDear Bob\n')],
    'In Bob’s newest message there is no text under the header.',
  ],
  [
    'the facts are in two messages, not in one',
    { header: subject, body: 'some' },
    [message('Subject: Hello\n'), message('\nHi\n')],
    'In Bob’s newest message there is no `Subject` field in the header.',
  ],
  [
    'a text where none should be',
    { body: 'none' },
    [whole],
    'In Bob’s newest message there is text under the header.',
  ],
  [
    'a lost dot',
    { line: '..signed' },
    [whole],
    'In Bob’s newest message no line of the text is `..signed`.',
  ],
  [
    'another sender',
    { from: 'carol@example.net' },
    [whole],
    'In Bob’s newest message the envelope names `<alice@example.net>` as its sender, not `<carol@example.net>`.',
  ],
  [
    'another recipient',
    { to: 'carol@example.org' },
    [whole],
    'In Bob’s newest message the envelope is for `<bob@example.org>`, not `<carol@example.org>`.',
  ],
  [
    'another folder',
    { folder: 'junk' },
    [whole],
    'In Bob’s newest message the folder is `inbox`, not `junk`.',
  ],
  [
    'what a client appended was not delivered',
    {},
    [appended('Subject: Hello\n\nHi\n')],
    'Bob’s mailbox holds no message that a server delivered.',
  ],
  [
    'an unknown mailbox',
    { mailbox: 'nobody@example.org' },
    [whole],
    '`nobody@example.org`’s mailbox is empty.',
  ],
])('%s', (_, params, bob, reason) => expect(stand(params, ...bob)).toEqual({ met: false, reason }))
