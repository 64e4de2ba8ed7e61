import type { SpecialAddress } from './special-address.ts'

const refused = (
  name: string,
  about: string,
  code: number,
  enhanced: string,
  section: string,
  text: string,
): SpecialAddress => ({
  ...{ name, about, source: { rfc: 3463, section } },
  act: { kind: 'refuse', at: 'RCPT', code, enhanced, text },
})

const atEnd = (
  name: string,
  about: string,
  code: number,
  enhanced: string,
  section: string,
  text: string,
): SpecialAddress => ({
  ...{ name, about, source: { rfc: 3463, section } },
  act: { kind: 'refuse', at: '.', code, enhanced, text },
})

/**
 * Addresses that fail on request, at every host with `specialAddresses: true`. A mailbox or an alias of the
 * same name comes first.
 */
export const specialAddresses: readonly SpecialAddress[] = [
  ...([
    refused(
      '421',
      'Refuses the recipient with 421, as a busy server does.',
      421,
      '4.3.2',
      '3.4',
      'Too busy: come back later',
    ),
    refused(
      '450',
      'Refuses the recipient for now with 450.',
      450,
      '4.2.0',
      '3.3',
      'The mailbox is not available now',
    ),
    refused(
      '451',
      'Refuses the recipient for now with 451.',
      451,
      '4.3.0',
      '3.4',
      'Something went wrong here: try again',
    ),
    refused(
      '452',
      'Refuses the recipient for now with 452.',
      452,
      '4.3.1',
      '3.4',
      'No room for more mail now',
    ),
    refused(
      '550',
      'Refuses the recipient for good with 550.',
      550,
      '5.1.1',
      '3.2',
      'No such mailbox here',
    ),
    refused(
      '551',
      'Refuses the recipient with 551: the user is elsewhere.',
      551,
      '5.1.6',
      '3.2',
      'The user has moved and left no address',
    ),
    refused(
      '552',
      'Refuses the recipient with 552, which means full; clients take it as 452.',
      552,
      '5.2.2',
      '3.3',
      'The mailbox is full',
    ),
    refused(
      '553',
      'Refuses the recipient with 553: the address is not allowed.',
      553,
      '5.1.3',
      '3.2',
      'This is no name for a mailbox',
    ),
    refused(
      '554',
      'Refuses the recipient for good with 554.',
      554,
      '5.7.1',
      '3.8',
      'Not allowed here',
    ),
    refused(
      'temperror',
      'Fails for now, as if a part of the system were down.',
      451,
      '4.3.0',
      '3.4',
      'A part of this system is down: try again',
    ),
    refused(
      'permerror',
      'Fails for good, as if the system could never do it.',
      554,
      '5.3.0',
      '3.4',
      'This system cannot deliver that, ever',
    ),
    refused('unknown', 'No mailbox has this address.', 550, '5.1.1', '3.2', 'No such mailbox here'),
    refused(
      'full',
      'The mailbox is full; there may be room later.',
      452,
      '4.2.2',
      '3.3',
      'The mailbox is full',
    ),
    refused(
      'disabled',
      'The mailbox was switched off.',
      550,
      '5.2.1',
      '3.3',
      'The mailbox is switched off',
    ),
    refused(
      'moved',
      'The user has moved and left no address.',
      551,
      '5.1.6',
      '3.2',
      'The user has moved and left no address',
    ),
    refused(
      'blocked',
      'The server refuses the client for its policy.',
      550,
      '5.7.1',
      '3.8',
      'This host does not accept your mail',
    ),
    refused(
      'ratelimited',
      'The server wants fewer messages from the client.',
      450,
      '4.7.1',
      '3.8',
      'Too much mail from you: slow down',
    ),
    atEnd(
      'later',
      'Accepts the recipient, and puts the message off at its end.',
      451,
      '4.7.1',
      '3.8',
      'Not now: come back later',
    ),
    atEnd(
      'content',
      'Accepts the recipient, and refuses the message for what is in it.',
      554,
      '5.6.0',
      '3.7',
      'This message is not made as it should be',
    ),
    atEnd(
      'spam',
      'Accepts the recipient, and refuses the message as spam.',
      550,
      '5.7.1',
      '3.8',
      'This message looks like spam',
    ),
    atEnd(
      'toolarge',
      'Accepts the recipient, and refuses the message for its size.',
      552,
      '5.3.4',
      '3.4',
      'The message is too large for this system',
    ),
  ] as const),
  {
    ...{ name: 'greylisted', about: 'Puts off the first try; a minute later it accepts.' },
    ...{ act: { kind: 'greylist', seconds: 60 }, source: { rfc: 6647, section: '2.4' } },
  },
  {
    ...{ name: 'slow', about: 'Answers RCPT after half a minute.' },
    ...{ act: { kind: 'slow', seconds: 30 }, source: { rfc: 5321, section: '4.5.3.2' } },
  },
  {
    ...{ name: 'timeout', about: 'Answers RCPT after six minutes; a client waits for five.' },
    ...{ act: { kind: 'slow', seconds: 360 }, source: { rfc: 5321, section: '4.5.3.2.3' } },
  },
  {
    ...{ name: 'drop', about: 'The connection goes dead in place of an answer.' },
    ...{ act: { kind: 'drop' }, source: { rfc: 5321, section: '3.8' } },
  },
  {
    ...{ name: 'close', about: 'The server says 421 and closes the connection.' },
    ...{ act: { kind: 'close' }, source: { rfc: 5321, section: '3.8' } },
  },
  {
    ...{
      name: 'bounce-later',
      about: 'Accepts the message, and reports afterwards that it failed.',
    },
    act: {
      ...{ kind: 'bounce', status: '5.2.1' },
      reason: 'The mailbox was found to be switched off when the message was accepted already.',
    },
    source: { rfc: 5321, section: '6.1' },
  },
  {
    ...{ name: 'loop', about: 'Accepts the message, which then goes in circles.' },
    act: {
      ...{ kind: 'bounce', status: '5.4.6' },
      reason: 'The address leads back to itself: the message would go round for ever.',
    },
    source: { rfc: 5321, section: '6.3' },
  },
  {
    ...{ name: 'inbox', about: 'Accepts the message, which arrives in an inbox.' },
    ...{ act: { kind: 'keep', folder: 'inbox' }, source: { rfc: 5321, section: '4.1.1.4' } },
  },
  {
    ...{ name: 'junk', about: 'Accepts the message, which ends among the spam: no reply says so.' },
    ...{ act: { kind: 'keep', folder: 'junk' }, source: { rfc: 5321, section: '6.2' } },
  },
  {
    ...{ name: 'vanish', about: 'Accepts the message and throws it away: no report says so.' },
    ...{ act: { kind: 'vanish' }, source: { rfc: 5321, section: '6.2' } },
  },
  {
    ...{ name: 'autoreply', about: 'Accepts the message, and answers by machine.' },
    ...{ act: { kind: 'answer' }, source: { rfc: 3834, section: '2' } },
  },
  {
    ...{
      name: 'complain',
      about: 'Accepts the message, and calls it spam: its host reports that to the sender’s.',
    },
    ...{ act: { kind: 'complain' }, source: { rfc: 5965, section: '2' } },
  },
]

/** The special address that an address is, by its local part. */
export function specialNamed(address: string): SpecialAddress | undefined {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase()
  return specialAddresses.find(({ name }) => name === local)
}
