import type { SoaData } from '../../core/dns.ts'
import { MAX_U32, readDuration, readNumber } from '../fields/number.ts'
import type { FieldReader } from '../fields/reader.ts'
import { absolute, defineRecordType } from '../record-type.ts'
import { replace } from '../zone/problem.ts'
import { contactAtSign } from '../zone/problems/data.ts'

/** The start of authority: who keeps the zone, and how long others may keep its records. */
export const soa = defineRecordType<SoaData>({
  type: 'SOA',
  number: 6,
  source: { rfc: 1035, section: '3.3.13' },
  syntax: 'SOA <primary> <contact> <serial> <refresh> <retry> <expire> <minimum>',
  meaning:
    'The start of the zone: its first name server, its contact, its times. Exactly one a zone.',
  fields: [
    { kind: 'name', meaning: 'The zone’s first name server.' },
    { kind: 'name', meaning: 'The contact: a mail address with a dot in place of the `@`.' },
    { kind: 'number', meaning: 'The serial number: it grows with each change.' },
    { kind: 'duration', meaning: 'Seconds until a second server looks for changes.' },
    { kind: 'duration', meaning: 'Seconds until it tries again, if it got no answer.' },
    { kind: 'duration', meaning: 'Seconds after which it stops answering without a refresh.' },
    {
      kind: 'duration',
      meaning: 'Seconds that “there is no such name” may be kept (RFC 2308 §4).',
    },
  ],
  parse(fields) {
    const primary = fields.name('primary name server')
    const contact = primary === undefined ? undefined : readContact(fields)
    const serial = contact === undefined ? undefined : readNumber(fields, 'serial', MAX_U32)
    if (serial === undefined) return undefined
    const times = readTimes(fields)
    return times && { type: 'SOA', primary: primary!, contact: contact!, serial, ...times }
  },
  print: (data) => [
    absolute(data.primary),
    absolute(data.contact),
    ...[data.serial, data.refresh, data.retry, data.expire, data.minimum].map(String),
  ],
  fromWire(wire) {
    const [primary, contact] = [wire.name(), wire.name()]
    const [serial, refresh, retry] = [wire.u32(), wire.u32(), wire.u32()]
    const [expire, minimum] = [wire.u32(), wire.u32()]
    if (primary === undefined || contact === undefined || serial === undefined) return undefined
    if (refresh === undefined || retry === undefined) return undefined
    if (expire === undefined || minimum === undefined) return undefined
    return { type: 'SOA', primary, contact, serial, refresh, retry, expire, minimum }
  },
})

function readContact(fields: FieldReader): string | undefined {
  const word = fields.peek()
  if (!word || word.quoted || !/^[^@\\]+@[^@\\]+$/.test(word.raw)) return fields.name('contact')
  fields.take('contact')
  const [local = '', domain = ''] = word.raw.split('@')
  const name = `${local.replaceAll('.', '\\.')}.${domain.replace(/\.?$/, '.')}`
  fields.report(contactAtSign, word.span, `A mailbox is written as a name here: \`${name}\`.`, {
    fixes: [replace(`Write \`${name}\``, word.span, name)],
  })
  return undefined
}

type Times = Pick<SoaData, 'refresh' | 'retry' | 'expire' | 'minimum'>

function readTimes(fields: FieldReader): Times | undefined {
  const times: number[] = []
  for (const what of ['refresh time', 'retry time', 'expire time', 'minimum']) {
    const seconds = readDuration(fields, what)
    if (seconds === undefined) return undefined
    times.push(seconds)
  }
  const [refresh, retry, expire, minimum] = times as [number, number, number, number]
  return { refresh, retry, expire, minimum }
}
