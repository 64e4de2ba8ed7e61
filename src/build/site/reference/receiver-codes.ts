import type { ReferenceEntry, ReferenceLink } from './group.ts'

const GMAIL: ReferenceLink = {
  href: 'https://support.google.com/a/answer/3726730',
  text: 'Gmail’s list of codes',
  language: 'en',
}
const EXCHANGE: ReferenceLink = {
  href: 'https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online',
  text: 'Microsoft’s list of codes',
  language: 'en',
}
const OUTLOOK: ReferenceLink = {
  href: 'https://aka.ms/postmaster',
  text: 'Outlook.com’s page for postmasters',
  language: 'en',
}

interface ReceiverCode {
  readonly code: string
  /** Further codes with the same meaning. */
  readonly also?: readonly string[]
  readonly receiver: string
  readonly text: string
  readonly next: string
  readonly page: ReferenceLink
}

/** What a list of blocked addresses has: 5.7.606 to 5.7.649. */
const BLOCKED = Array.from({ length: 43 }, (_, at) => `5.7.${607 + at}`)

/** Codes that no RFC defines, or that a large receiver uses for something narrower. */
const known: readonly ReceiverCode[] = [
  {
    ...{ code: '4.7.28', receiver: 'Gmail', page: GMAIL },
    text: 'More unwanted mail than usual comes from this address, network or domain, so less of it is accepted for now.',
    next: 'Leave it in the queue, and send less and more evenly. Postmaster Tools show how many recipients report it as spam.',
  },
  {
    ...{ code: '5.7.26', receiver: 'Gmail', page: GMAIL },
    text: 'Neither SPF nor DKIM vouches for the message, its SPF record ends in `-all` and does not name this host, or the DMARC policy of the domain in `From` asks to reject it. The words behind the code say which.',
    next: 'Name the sending host in SPF, and sign with DKIM in the name of the domain in `From`. “Check yours” shows what a message lacks.',
  },
  {
    ...{ code: '4.7.650', also: ['4.7.651', 'S775', 'S3114'], page: OUTLOOK },
    receiver: 'Outlook.com and Microsoft 365',
    text: 'The reputation of this address is poor, or it is new and has none, so few of its messages are accepted for now.',
    next: 'Leave it in the queue. Send less for some days, and only to people who expect it; then more step by step. SNDS shows what Outlook.com thinks of an address.',
  },
  {
    ...{ code: '5.4.1', receiver: 'Microsoft 365', page: EXCHANGE },
    text: 'The domain knows no recipient of that name, although the words are “Access denied”: most other servers reply `5.1.1`.',
    next: 'Check how the address is written, and stop sending to it if it is gone.',
  },
  {
    ...{ code: '5.7.509', receiver: 'Microsoft 365', page: EXCHANGE },
    text: 'The message fails DMARC, and the domain in `From` asks to reject what does (`p=reject`).',
    next: 'Let SPF or DKIM pass for the domain in `From` itself, or one below it. “Check yours” shows what a message lacks.',
  },
  {
    ...{ code: '5.7.515', receiver: 'Outlook.com' },
    text: 'The domain in `From` sends 5,000 messages or more, and does not meet what is asked of such senders: SPF and DKIM both pass, and DMARC passes with a record of its own.',
    next: 'Publish a DMARC record, `p=none` is enough, and let SPF and DKIM pass, at least one of them for the domain in `From`.',
    page: {
      href: 'https://support.microsoft.com/en-au/topic/fix-ndr-error-550-5-7-515-in-outlook-com-34cfe8f8-6fbf-457e-9e8b-9e4dbaf4e0ef',
      text: 'Outlook.com about 5.7.515',
      language: 'en',
    },
  },
  {
    ...{ code: '5.7.606', also: BLOCKED, receiver: 'Microsoft 365', page: EXCHANGE },
    text: 'This address is on the list of blocked senders. The codes up to `5.7.649` say the same.',
    next: 'Find out what was sent from it, and stop that. Then ask to be taken off the list, at the address that the reply names.',
  },
]

export const receiverCodes: readonly ReferenceEntry[] = known.map(
  ({ code, also = [], receiver, text, next, page }) => ({
    ...{ id: `receiver-${code.replaceAll('.', '-')}`, name: code, look: 'code', also, next },
    ...{ text: `${receiver}: ${text[0]!.toLowerCase()}${text.slice(1)}`, related: [page] },
  }),
)
