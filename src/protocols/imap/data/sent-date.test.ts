import { expect, test } from 'vitest'
import { parseSentDate } from './sent-date.ts'

const time = (text: string): string | undefined => {
  const sent = parseSentDate(text)
  return sent && `${new Date(sent.at).toISOString().slice(0, 19)} day ${dayOf(sent.day)}`
}

const dayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

test.each([
  ['31 Dec 2000 16:01:33 -0800', '2001-01-01T00:01:33 day 2000-12-31'], // RFC 5256 §2.2
  ['Fri, 11 Jul 2003 21:00:37 +0200', '2003-07-11T19:00:37 day 2003-07-11'],
  ['Wed, 17 Jul 1996 02:23:25 -0700 (PDT)', '1996-07-17T09:23:25 day 1996-07-17'],
  ['Thu, 1 Jan 1970 00:00 GMT', '1970-01-01T00:00:00 day 1970-01-01'],
  ['1 Feb 94 12:00:00 PST', '1994-02-01T20:00:00 day 1994-02-01'],
  ['7 Mar 26 12:00:00 Z', '2026-03-07T12:00:00 day 2026-03-07'],
  ['5 May 100 00:00:00 +0000', '2000-05-05T00:00:00 day 2000-05-05'],
  ['Fri, 11 Jul 2003 25:00:00 +0200', '2003-07-10T22:00:00 day 2003-07-11'], // no such hour
  ['Fri, 11 Jul 2003', '2003-07-11T00:00:00 day 2003-07-11'],
  ['Fri, 11 Jul 2003 10:00:00 +0199', '2003-07-11T10:00:00 day 2003-07-11'], // no such zone
  ['Fri, 11 Jul 2003 10:00:00 nowhere', '2003-07-11T10:00:00 day 2003-07-11'],
  ['29 Feb 2024 00:00:00 +0000', '2024-02-29T00:00:00 day 2024-02-29'],
  ['29 Feb 2023 00:00:00 +0000', undefined],
  ['32 Jan 2023 00:00:00 +0000', undefined],
  ['1 Foo 2023', undefined],
  ['1 anf 2023', undefined],
  ['tomorrow', undefined],
  ['', undefined],
])('%s is %s', (text, found) => expect(time(text)).toBe(found))
