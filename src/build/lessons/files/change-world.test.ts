import { expect, test } from 'vitest'
import { changeWorld } from './change-world.ts'

const world = {
  seed: 1,
  hosts: [
    { name: 'a.example', addresses: ['192.0.2.1'], about: 'One.' },
    { name: 'b.example', addresses: ['192.0.2.2'] },
  ],
  mails: [{ id: 'note', title: 'A note' }],
}

test.each<[string, unknown, unknown]>([
  ['nothing', {}, world],
  ['a value', { seed: 2 }, { ...world, seed: 2 }],
  ['a value that is new', { now: 'x' }, { ...world, now: 'x' }],
  ['a value taken out', { seed: null }, { hosts: world.hosts, mails: world.mails }],
  [
    'an item by its name',
    { hosts: [{ name: 'a.example', about: 'Two.' }] },
    { ...world, hosts: [{ ...world.hosts[0], about: 'Two.' }, world.hosts[1]] },
  ],
  [
    'a list within an item',
    { hosts: [{ name: 'b.example', addresses: ['192.0.2.3'] }] },
    { ...world, hosts: [world.hosts[0], { name: 'b.example', addresses: ['192.0.2.3'] }] },
  ],
  [
    'an item that is new',
    { mails: [{ id: 'reply', title: 'A reply' }] },
    { ...world, mails: [...world.mails, { id: 'reply', title: 'A reply' }] },
  ],
  [
    'an item by its key',
    { hosts: { 'a.example': { about: 'Two.' }, 'c.example': { addresses: ['192.0.2.3'] } } },
    {
      ...world,
      hosts: [
        { ...world.hosts[0], about: 'Two.' },
        world.hosts[1],
        { name: 'c.example', addresses: ['192.0.2.3'] },
      ],
    },
  ],
  ['an item taken out', { hosts: { 'a.example': null } }, { ...world, hosts: [world.hosts[1]] }],
  ['a whole list', { hosts: [] }, { ...world, hosts: [] }],
])('%s is changed', (_, change, changed) => expect(changeWorld(world, change)).toEqual(changed))
