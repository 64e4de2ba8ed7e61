import { defineEvent } from '../log/event-kind.ts'

/** Something that a device did with mail: what is on the wire has events of its own. */
export type DeviceEvent = { readonly type: 'device' } & Who & What

interface Who {
  /** The id of the device. */
  readonly device: string
  /** What it is called. */
  readonly name: string
  /** Over which it was done, if over one. */
  readonly connection?: number
}

type What =
  /** New messages are on the device. */
  | { readonly does: 'fetched'; readonly by: 'imap' | 'pop3'; readonly count: number }
  | {
      readonly does: 'failed'
      readonly what: 'fetch' | 'save'
      /** A sentence. */
      readonly reason: string
    }
  | {
      readonly does: 'read' | 'removed' | 'vanished'
      readonly folder: string
      readonly subject: string
    }
  | {
      readonly does: 'filed'
      readonly subject: string
      readonly to: string
      /** Whether the server has the folder too. */
      readonly where: 'server' | 'device'
    }
  /** It had the server delete a message, because it has fetched it. */
  | {
      readonly does: 'deleted'
      readonly subject: string
      readonly because: 'fetched' | 'days'
    }
  | { readonly does: 'wrote'; readonly subject: string; readonly to: readonly string[] }
  /** A message stays in the outbox. */
  | {
      readonly does: 'waits'
      readonly subject: string
      readonly reason: string
      /** Whether the device tries again by itself. */
      readonly again: boolean
    }
  | {
      readonly does: 'submitted'
      readonly subject: string
      readonly to: readonly string[]
      readonly server: string
    }
  | { readonly does: 'saved'; readonly subject: string; readonly where: 'server' | 'device' }
  | { readonly does: 'offline' | 'online' }
  | { readonly does: 'set'; readonly setting: string; readonly value: string | number }

export const device = defineEvent<DeviceEvent>({
  type: 'device',
  shownIn: 'activity',
  sentence: (event) => sentences[event.does](event as never),
  tone: (event) =>
    event.does === 'failed' || event.does === 'waits'
      ? 'warn'
      : event.does === 'vanished' || event.does === 'deleted'
        ? 'fail'
        : 'plain',
})

type Sentences = {
  readonly [Does in DeviceEvent['does']]: (event: Extract<DeviceEvent, { does: Does }>) => string
}

const quoted = (subject: string): string =>
  subject === '' ? 'a message without a subject' : `“${subject}”`

const sentences: Sentences = {
  fetched: ({ name, by, count }) =>
    `${name} fetches ${count === 1 ? 'a message' : `${count} messages`} by ${by.toUpperCase()}.`,
  failed: ({ name, what, reason }) =>
    what === 'fetch'
      ? `${name} cannot fetch: ${reason}`
      : `${name} keeps no copy of what it sent on the server: ${reason}`,
  read: ({ name, subject }) => `On ${name}, ${quoted(subject)} is read.`,
  removed: ({ name, subject }) => `On ${name}, ${quoted(subject)} is deleted by hand.`,
  vanished: ({ name, subject, folder }) =>
    `${name} no longer shows ${quoted(subject)}: the server has it no more in ${folder}.`,
  filed: ({ name, subject, to, where }) =>
    `On ${name}, ${quoted(subject)} is filed in ${to}, ${where === 'server' ? 'and so on the server' : 'and there alone'}.`,
  deleted: ({ name, subject, because }) =>
    because === 'fetched'
      ? `${name} has fetched ${quoted(subject)}, and has it deleted on the server.`
      : `${name} fetched ${quoted(subject)} days ago, and now has it deleted on the server.`,
  wrote: ({ name, subject, to }) =>
    `On ${name}, ${quoted(subject)} is written to ${to.join(', ')}.`,
  waits: ({ name, subject, reason, again }) =>
    `In the outbox of ${name}, ${quoted(subject)} waits${again ? '' : ' until somebody sends it again'}: ${reason}`,
  submitted: ({ name, subject, server }) => `${server} takes ${quoted(subject)} from ${name}.`,
  saved: ({ name, subject, where }) =>
    where === 'server'
      ? `${name} puts a copy of ${quoted(subject)} into Sent on the server.`
      : `${name} keeps a copy of ${quoted(subject)} for itself.`,
  offline: ({ name }) => `${name} has no network.`,
  online: ({ name }) => `${name} has a network again.`,
  set: ({ name, setting, value }) => `${name} is set to \`${setting}: ${value}\`.`,
}
