import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { readJson } from '../../lab/octet-json.ts'
import { readOutput } from '../../lab/read-output.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sampleWorld } from '../../world/sample.ts'
import { eventStream } from './event-stream.ts'
import { EditedZones } from '../zones/edited-zones.ts'

/** A page that takes a frame at a time. */
class SlowPage extends EventEmitter {
  readonly frames: string[] = []
  writeHead = () => this
  write = (frame: string): boolean => {
    this.frames.push(frame)
    return false
  }
  get kinds(): (string | undefined)[] {
    return this.frames.map((frame) => {
      const name = /^event: (.*)$/m.exec(frame)?.[1]
      const output = readOutput(readJson(/^data: (.*)$/m.exec(frame)?.[1] ?? ''))
      return name ?? (typeof output === 'string' ? undefined : output.kind)
    })
  }
}

test('a page that has not read is sent no events, and learns once that mail changed', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const page = new SlowPage()
  const request = Object.assign(new EventEmitter(), { headers: {} })
  eventStream(world, 1, new EditedZones(world)).answer(
    request as unknown as IncomingMessage,
    page as unknown as ServerResponse,
    {},
  )
  await world.send(sampleWorld.mails[0]!)
  await world.send(sampleWorld.mails[0]!)
  await new Promise(setImmediate)
  expect(page.kinds).toEqual(['hello', 'opened'])
  for (let reads = 0; reads < 100; reads++) page.emit('drain')
  const frames = page.kinds.slice(2)
  expect(frames.indexOf('mailboxes')).toBe(frames.length - 1)
  expect(new Set(frames.slice(0, -1))).toEqual(new Set(['events']))
  expect(page.frames.at(-2)).toContain(`id: 1-${world.events.length - 1}\n`)
  request.emit('close')
})
