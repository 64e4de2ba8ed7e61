import { defineEvent } from '../log/event-kind.ts'

/** Something happened in the world by itself. */
export type Planned =
  | {
      readonly type: 'planned'
      readonly what: 'published'
      /** The zone that has another text now. */
      readonly origin: string
    }
  | {
      readonly type: 'planned'
      readonly what: 'down' | 'up'
      readonly host: string
    }
  | {
      readonly type: 'planned'
      readonly what: 'file'
      readonly host: string
      /** Of the file that has another text now. */
      readonly path: string
    }

export const planned = defineEvent<Planned>({
  type: 'planned',
  shownIn: 'activity',
  sentence(event) {
    if (event.what === 'published') return `The zone ${event.origin} has changed.`
    if (event.what === 'file') return `${event.host} serves another ${event.path}.`
    return event.what === 'down'
      ? `${event.host} no longer answers.`
      : `${event.host} answers again.`
  },
  tone: (event) => (event.what === 'down' ? 'fail' : 'plain'),
})
