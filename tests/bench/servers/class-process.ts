import { openClass } from '../../../src/bridge/class/open-class.ts'

/** A class in a process of its own, so that its memory is its own; it is asked over the line to its parent. */
const held = await openClass({
  ...{ site: '.', listen: ['127.0.0.1'], port: 0, names: [], begin: { slug: 'speak-smtp' } },
  now: () => Date.now(),
})
const { port, code, secret } = held
process.send?.({ port, code, secret })
process.on('message', () => {
  globalThis.gc?.()
  process.send?.({ ...process.memoryUsage(), processor: process.cpuUsage() })
})
