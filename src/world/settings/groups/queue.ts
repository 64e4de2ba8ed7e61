import { defineGroup, setting } from '../setting.ts'
import { listOf } from '../list-types.ts'
import { duration, durationFrom, yesNo } from '../word-types.ts'

const source = { rfc: 5321, section: '4.5.4.1' }

/** What waits for another try. */
export const queue = defineGroup({
  title: 'The queue',
  settings: [
    setting<readonly number[]>({
      ...{ name: 'retry_after', at: 'queue.retryAfter', default: [1800, 1800, 7200], source },
      about: 'Waits from each try to the next; the last is for all others.',
      type: listOf(durationFrom(60), 1),
      with: 'queue',
    }),
    setting<number>({
      ...{ name: 'give_up_after', at: 'queue.giveUpAfter', default: 432_000, source },
      about: 'When it gives up, and reports to the sender.',
      type: duration,
      with: 'queue',
    }),
    setting<number>({
      ...{ name: 'report_delay_after', at: 'queue.reportDelayAfter', default: 14_400, source },
      about: 'When it reports to the sender that it still tries.',
      type: duration,
      with: 'queue',
    }),
    setting<boolean>({
      ...{ name: 'queue', default: false, source },
      about: 'Whether it keeps what it cannot send at once; a server of SMTP does anyway.',
      type: yesNo,
      isFor: ({ smtp, submission }) => !smtp && !submission,
      get: (host) => host.queue !== undefined,
      set(host, data) {
        const { queue: before = {}, ...others } = host
        return data ? { ...host, queue: before } : others
      },
    }),
  ],
})
