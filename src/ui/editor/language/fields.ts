/** What a field of a record's data is: that decides its colour, its hover and what is offered. */
export type FieldKind = 'name' | 'address4' | 'address6' | 'number' | 'duration' | 'text' | 'other'

const KINDS: Readonly<Record<string, readonly FieldKind[]>> = {
  A: ['address4'],
  AAAA: ['address6'],
  MX: ['number', 'name'],
  CNAME: ['name'],
  DNAME: ['name'],
  NS: ['name'],
  PTR: ['name'],
  SOA: ['name', 'name', 'number', 'duration', 'duration', 'duration', 'duration'],
  SRV: ['number', 'number', 'number', 'name'],
  CAA: ['number', 'other', 'text'],
  TLSA: ['number', 'number', 'number', 'other'],
  DS: ['number', 'number', 'number', 'other'],
  DNSKEY: ['number', 'number', 'number', 'other'],
  HTTPS: ['number', 'name'],
  SVCB: ['number', 'name'],
}

/** The kind of the field at `index` behind the type. */
export function fieldKind(type: string, index: number): FieldKind {
  if (type === 'TXT' || type === 'SPF') return 'text'
  return KINDS[type]?.[index] ?? 'other'
}

/** What the field at `index` is called, where that helps. */
export function fieldLabel(type: string, index: number): string | undefined {
  return LABELS[type]?.[index]
}

const LABELS: Readonly<Record<string, readonly string[]>> = {
  MX: ['Preference: the lowest is tried first.', 'The host that takes in the mail.'],
  SOA: [
    'The zone’s first name server.',
    'The contact: a mail address with a dot in place of the `@`.',
    'The serial number: it grows with each change.',
    'Seconds until a second server looks for changes.',
    'Seconds until it tries again, if it got no answer.',
    'Seconds after which it stops answering without news.',
    'Seconds that “there is no such name” may be kept (RFC 2308 §4).',
  ],
  SRV: [
    'Priority: the lowest is tried first.',
    'Weight: the share among those of one priority.',
    'The port.',
    'The host of the service.',
  ],
}
