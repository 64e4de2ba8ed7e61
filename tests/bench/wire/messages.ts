/** The number of messages in a mailbox. */
export const MESSAGES = 1000

const base64 = `${'TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQsIGNvbnNlY3RldHVyIGFkaXBpc2NpbmcgZWxpdA'.slice(0, 76)}\r\n`
const text = 'A line of a letter, of the length that lines of letters have.\r\n'

const header = (number: number, subject: string): string =>
  [
    `Return-Path: <alice@example.net>`,
    `Received: from mx.example.net ([192.0.2.${number % 250}])`,
    `\tby mx.example.org with ESMTPS id ${number}; Mon, 1 Jun 2026 08:00:00 +0000`,
    `Date: Mon, 1 Jun 2026 0${number % 10}:00:00 +0000`,
    `From: "Alice, who writes" <alice@example.net>`,
    `To: Bob <bob@example.org>, "The others (all)" <others@example.org>`,
    `Cc: carol@example.com, dave@example.com`,
    `Subject: ${subject}`,
    `Message-ID: <letter-${number}@example.net>`,
    `In-Reply-To: <letter-${number - 1}@example.net>`,
    `MIME-Version: 1.0`,
    '',
  ].join('\r\n')

const plain = (number: number): string =>
  `${header(number, `Letter ${number}`)}Content-Type: text/plain; charset=utf-8\r\n\r\n${text.repeat(40)}`

const alternative = (number: number): string =>
  [
    `${header(number, '=?utf-8?Q?Gr=C3=BC=C3=9Fe?= and more')}Content-Type: multipart/alternative; boundary="=_inner"`,
    '',
    '--=_inner',
    'Content-Type: text/plain; charset=utf-8; format=flowed',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    text.repeat(15),
    '--=_inner',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `<p>${text.repeat(20)}</p>`,
    '--=_inner--',
    '',
  ].join('\r\n')

const attached = (number: number): string =>
  [
    `${header(number, `Papers ${number}`)}Content-Type: multipart/mixed; boundary="=_outer"`,
    '',
    '--=_outer',
    'Content-Type: text/plain',
    '',
    text.repeat(10),
    '--=_outer',
    `Content-Type: application/pdf; name="paper ${number}.pdf"`,
    `Content-Disposition: attachment; filename="paper ${number}.pdf"`,
    'Content-Transfer-Encoding: base64',
    'Content-ID: <paper@example.net>',
    '',
    base64.repeat(40),
    '--=_outer--',
    '',
  ].join('\r\n')

const kinds = [plain, alternative, attached]

/** Plain ones, ones in two forms and ones with papers, by turns; of 3 to 4 KB each. */
export const messages: readonly Buffer[] = Array.from({ length: MESSAGES }, (_, at) =>
  Buffer.from(kinds[at % kinds.length]!(at + 1)),
)
