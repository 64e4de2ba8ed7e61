import { expect, test } from 'vitest'
import { HostIndex } from './host-index.ts'
import { NameService } from './name-service.ts'
import { TickListeners } from './tick-listeners.ts'

test.each([
  ['named', 'MX.example.org.', 'mx.example.org'],
  ['at', '2001:DB8:0::25', 'mx.example.org'],
  ['at', '192.0.2.1', undefined],
  ['named', 'example.org', undefined],
] as const)('a host %s %s is %s', (by, wanted, name) => {
  const hosts = new HostIndex([
    { name: 'mx.example.org', addresses: ['192.0.2.25', '2001:db8::25'] },
  ])
  expect(hosts[by](wanted)?.name).toBe(name)
})

test('a resolver that was handed out answers from the zones of now', () => {
  const names = new NameService([{ origin: 'example.org', text: 'mx A 192.0.2.25\n' }])
  const { resolver } = names
  expect(resolver.query('mx.example.org', 'A').status).toBe('ok')
  names.setZone('EXAMPLE.org.', 'mx A nonsense\n')
  expect(resolver.query('mx.example.org', 'A').status).not.toBe('ok')
  expect(names.zones).toHaveLength(1)
  expect(names.problems.length).toBeGreaterThan(0)
})

test('every listener receives a notice, but not the one that caused it, nor one that left', () => {
  const listeners = new TickListeners()
  const received: string[] = []
  const listener = (name: string) => ({ handle: () => void received.push(name) })
  const first = listener('first')
  listeners.subscribe(first)
  listeners.subscribe(listener('second'))
  const leave = listeners.subscribe(listener('third'))
  listeners.notify({ type: 'tick', now: 0 }, first)
  leave()
  listeners.notify({ type: 'changed' })
  expect(received).toEqual(['second', 'third', 'first', 'second'])
})
