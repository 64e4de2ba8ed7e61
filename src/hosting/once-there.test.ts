import { expect, test } from 'vitest'
import type { LineListener } from '../lab/line.ts'
import { LAB_PROTOCOL, type LabOutput } from '../lab/protocol.ts'
import { onceThere } from './once-there.ts'

test('calls back with the greeting of each host, and passes everything on', () => {
  const noted: unknown[] = []
  let host: LineListener | undefined
  const open = onceThere(
    (listener) => {
      host = listener
      return { post: (request) => void noted.push(request.kind), close: () => undefined }
    },
    () => noted.push('there'),
  )
  const line = open({
    received: ({ kind }) => void noted.push(kind),
    broke: (reason) => void noted.push(reason),
  })
  const hello: LabOutput = { kind: 'hello', version: LAB_PROTOCOL }
  line.post({ kind: 'columns', columns: 80 })
  expect(noted).toEqual(['columns'])
  for (const output of [hello, { kind: 'opened', run: 1 } as const]) host!.received(output)
  host!.broke('gone')
  expect(noted).toEqual(['columns', 'there', 'hello', 'opened', 'gone'])
})
