import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import { diagramOf } from './delivery-diagram.ts'
import { messageStories } from './delivery-stories.ts'
import { connectionOfRow } from './row-connection.ts'

test('each row of a delivery has its connection, a question to the DNS the one before', async () => {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  await world.send(sandboxWorld.mails[0]!)
  const { rows } = diagramOf(messageStories(world.events)[0]!, 'A message')
  const found = rows.map((_, at) => connectionOfRow(rows, at, world.events))
  expect(found.every((connection) => connection !== undefined)).toBe(true)
  const opened = rows.findIndex(({ kind }) => kind === 'connect')
  const event = world.events.find(({ number }) => number === rows[opened]!.number)
  expect(event).toMatchObject({ type: 'opened', connection: found[opened] })
  expect(connectionOfRow(rows, 0, [])).toBeUndefined()
  expect(connectionOfRow([], 0, world.events)).toBeUndefined()
})
