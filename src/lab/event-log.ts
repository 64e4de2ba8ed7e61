/** A log of events as a page keeps it, and puts it in sentences: no engine comes with it. */
export { kindNamed } from '../world/events/index.ts'
export {
  connectionOf,
  octetsOf,
  openedBefore,
  recentEvents,
  startOfRecent,
} from '../world/log/recent.ts'
