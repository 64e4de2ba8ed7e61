import { expect, test } from 'vitest'
import type { LabOutput, LabRequest } from '../../../lab/protocol.ts'
import type { TranscriptLine } from '../../../lab/types.ts'
import { TryServer, type TryWorker } from './try-server.ts'

function bench() {
  const posted: LabRequest[] = []
  const shown: string[] = []
  const listeners = new Map<string, (event: never) => void>()
  const worker: TryWorker = {
    postMessage: (request: LabRequest) => void posted.push(request),
    terminate: () => void shown.push('(terminated)'),
    addEventListener: (type: string, listen: EventListenerOrEventListenerObject) =>
      void listeners.set(type, listen as (event: never) => void),
  }
  const server = new TryServer(
    ({ text }) => void shown.push(text),
    () => void shown.push('(broke)'),
    () => worker,
  )
  const says = (data: LabOutput) => listeners.get('message')?.({ data } as never)
  const prints = (busy: boolean, ...lines: TranscriptLine[]) =>
    says({ kind: 'terminal', run: 1, text: '', lines, busy })
  const typed = () => posted.flatMap((one) => (one.kind === 'input' ? [one.input] : []))
  const fails = () => listeners.get('error')?.({ preventDefault: () => undefined } as never)
  return { server, says, prints, typed, fails, posted, shown }
}

test('shows what the server says after its greeting, and not what was typed', async () => {
  const { server, says, prints, shown, posted } = bench()
  const said = server.say('EHLO ann')
  prints(true, { who: 'you', text: 'nc' }, { who: 'server', text: '220 ready' })
  prints(true, { who: 'you', text: 'EHLO ann' }, { who: 'server', text: '250 hello' })
  says({ kind: 'applied', run: 1, input: 1 })
  await said
  expect(shown).toEqual(['250 hello'])
  expect(posted.map(({ kind }) => kind)).toEqual(['open', 'input'])
})

test('calls again after a goodbye', async () => {
  const { server, says, prints, typed } = bench()
  prints(false, { who: 'server', text: '220 ready' }, { who: 'server', text: '221 bye' })
  const said = server.say('NOOP')
  says({ kind: 'applied', run: 1, input: 1 })
  await Promise.resolve()
  await Promise.resolve()
  says({ kind: 'applied', run: 1, input: 2 })
  await said
  expect(typed()).toEqual([
    { kind: 'type', data: 'nc mx.example.net 25\r' },
    { kind: 'type', data: 'NOOP\r' },
  ])
})

test('a Worker that is gone is reported', () => {
  const { fails, shown } = bench()
  fails()
  expect(shown).toEqual(['(terminated)', '(broke)'])
})

test('a server whose code does not come is reported', () => {
  const { says, shown } = bench()
  says({ kind: 'failed', run: 1, cause: 'code', reason: 'offline' })
  expect(shown).toEqual(['(terminated)', '(broke)'])
})
