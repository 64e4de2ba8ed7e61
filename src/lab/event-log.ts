/** A log of events as a page keeps it, reads it, and puts it in sentences: no engine comes with it. */
export { kindNamed } from '../world/events/index.ts'
export { parseEvent } from '../world/log/event-json.ts'
export {
  connectionOf,
  octetsOf,
  openedBefore,
  recentEvents,
  startOfRecent,
} from '../world/log/recent.ts'
