/** A widget as data; each system has its own way to write it. */
export interface Widget {
  readonly kind: 'zone' | 'smtp' | 'terminal' | 'transcript' | 'message' | 'lesson'
  readonly attributes: Readonly<Record<string, string>>
  /** What the element holds. Ends without a line end. */
  readonly text: string
}

/** A page with widgets, as its author has it in mind. */
export interface WidgetPage {
  readonly name: 'index' | 'second'
  readonly title: string
  readonly widgets: readonly Widget[]
  /** The page that it leads to. */
  readonly next: 'index' | 'second'
}

/** All that Markdown, templates, HTML and their like take for marks of their own. */
const marks = [
  '; *stars* _lines_ `ticks` ~~tildes~~ **bold** [a](b) ![c](d) &amp; &lt; & "quoted" \'so\' -- ...',
  '; {{ braces }} {% block %} ${dollar} $math$ <b>tag</b> </pre> <!-- remark --> #42 @you :smile: 1/2 (c)',
]

const zone = [
  ...marks,
  '',
  '$ORIGIN example.org.',
  '$TTL 3600',
  '@ SOA ns hostmaster ( 1 7200 900 1209600 3600 )',
  '',
  '',
  '  NS ns',
  'ns A 192.0.2.53',
  '@ TXT "v=spf1 -all ip4:203.0.113.0/24"',
  '_dmarc TXT "v=DMARC1; p=none"',
  '*.wild A 192.0.2.1',
].join('\n')

const session = [
  ...[
    'S: * OK [CAPABILITY IMAP4rev1] ready',
    'C: a1 LOGIN ann "*_secret_* <&>"',
    'S: a1 OK LOGIN done',
  ],
  ...['', 'C: a2 SELECT INBOX', 'S: * 2 EXISTS', 'S: * FLAGS (\\Seen \\Deleted)'],
  ...['S: a2 OK [READ-WRITE] done', 'C: a3 LOGOUT', 'S: * BYE', 'S: a3 OK done'],
].join('\n')

const message = [
  'Received: from mail.example.org ([192.0.2.1]) by mx.example.net;',
  '\tMon, 1 Jun 2026 08:00:00 +0000',
  'From: =?utf-8?q?J=C3=B6rg?= <j@example.org>',
  ...[
    'To: bob@example.net',
    'Date: Mon, 1 Jun 2026 08:00:00 +0000',
    'Subject: _Lunch_ *now* & <then>',
  ],
  ...[
    'Message-ID: <1@example.org>',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
  ],
  ...[
    '<p>Hi</p>',
    '',
    '# no heading',
    '- no list',
    '> no quote',
    '| no | table |',
    '::: no container',
    '---',
  ],
  ...[
    '    no code',
    '```',
    'no fence',
    '```',
    'import no from "module"',
    '<p hidden>words that hide</p>',
  ],
  ...['</helo-message>', ...marks, '-- ', 'Jörg'],
].join('\n')

const record = 'v=spf1 ip4:203.0.113.0/24 -all'
const sender = '203.0.113.5 *ann*_b@example.org, 192.0.2.9 bob@example.org'

export const pages: readonly WidgetPage[] = [
  {
    name: 'index',
    title: 'Widgets',
    next: 'second',
    widgets: [
      { kind: 'zone', attributes: { sender: '203.0.113.5 ann@example.org' }, text: zone },
      { kind: 'zone', attributes: { name: 'example.org', sender, readonly: '' }, text: record },
      { kind: 'transcript', attributes: { start: 'end' }, text: session },
      { kind: 'message', attributes: { show: 'headers, hidden' }, text: message },
      {
        kind: 'smtp',
        attributes: { scenario: 'first-steps', autostart: '', label: 'Say "EHLO" & <more>' },
        text: 'EHLO desk.example.org',
      },
      { kind: 'lesson', attributes: { lesson: 'speak-smtp', goals: '1-2' }, text: 'Speak SMTP.' },
    ],
  },
  {
    name: 'second',
    title: 'Second',
    next: 'index',
    widgets: [{ kind: 'zone', attributes: {}, text: 'v=spf1 mx -all' }],
  },
]
