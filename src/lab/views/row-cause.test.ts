import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import { diagramOf } from './delivery-diagram.ts'
import { messageStories } from './delivery-stories.ts'
import { causeOfRow, eventNumbered } from './row-cause.ts'

async function played() {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  await world.send(sandboxWorld.mails[0]!)
  await world.settled()
  return { log: world.events, rows: diagramOf(messageStories(world.events)[0]!, '').rows }
}

test('each row leads to one before it, and the first to the beginning', async () => {
  const { log, rows } = await played()
  expect(causeOfRow(rows, 0, log)?.kind).toMatch(/^(?:beginning|event)$/)
  for (let at = 1; at < rows.length; at++) {
    const cause = causeOfRow(rows, at, log)
    expect(
      cause?.kind === 'row' && cause.at < at,
      `${rows[at]!.label}: ${JSON.stringify(cause)}`,
    ).toBe(true)
  }
})

test('the arrival leads to the last verdict, and a reply to what it answers', async () => {
  const { log, rows } = await played()
  const labelBefore = (label: RegExp): string => {
    const cause = causeOfRow(
      rows,
      rows.findIndex((row) => label.test(row.label)),
      log,
    )
    return cause?.kind === 'row' ? rows[cause.at]!.label : ''
  }
  expect(labelBefore(/^put into/)).toMatch(/^DMARC/)
  expect(labelBefore(/^message/)).toMatch(/^DATA/)
})

test('what a log has no longer is gone', async () => {
  const { log, rows } = await played()
  const last = rows.findLastIndex(({ kind }) => kind === 'question')
  const kept = log.slice(rows[last]!.number)
  expect(causeOfRow(rows.slice(last, last + 1), 0, kept)).toEqual({ kind: 'gone' })
  expect(eventNumbered(kept, 0)).toBeUndefined()
})
