import { expect, test } from 'vitest'
import { obstacleOf } from './may-keep.ts'

const page = { isBuilt: true, hasWorkers: true, isFramed: false, isFromBridge: false }

test.each([
  ['a page of the built site', {}, undefined],
  ['one of the development server', { isBuilt: false }, 'dev'],
  ['one in a frame', { isFramed: true }, 'frame'],
  ['one of a bridge', { isFromBridge: true }, 'bridge'],
  ['one without service workers', { hasWorkers: false }, 'browser'],
])('%s', (_, more, obstacle) => expect(obstacleOf({ ...page, ...more })).toBe(obstacle))
