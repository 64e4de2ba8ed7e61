import { expect, test } from 'vitest'
import { readDeviceAct } from './device-act.ts'

test.each<[string, object]>([
  ['phone fetch', { does: 'fetch' }],
  ['phone read 2', { does: 'read', message: 2 }],
  ['phone delete 1 in Junk', { does: 'delete', message: 1, folder: 'Junk' }],
  ['phone file 3 to Orders', { does: 'file', message: 3, to: 'Orders' }],
  [
    'phone file 3 in Sent to Old orders',
    { does: 'file', message: 3, folder: 'Sent', to: 'Old orders' },
  ],
  ['phone set reads=pop3 days=2', { does: 'set', settings: { reads: 'pop3', days: 2 } }],
  [
    'phone write bob@example.net | Hello | How are you?',
    { does: 'write', to: ['bob@example.net'], subject: 'Hello', text: 'How are you?' },
  ],
])('%s', (line, act) => expect(readDeviceAct(line)).toEqual({ device: 'phone', act }))

test.each([
  'phone',
  'phone sing',
  'phone read',
  'phone read two',
  'phone set reads=fax',
  'phone file 1',
])('%s: says how it is written', (line) =>
  expect(readDeviceAct(line)).toContain('Write `D: phone fetch`'),
)
