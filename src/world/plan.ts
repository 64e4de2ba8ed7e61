import { Agenda } from './agenda.ts'
import type { Devices } from './devices/devices.ts'
import type { Internet } from './internet.ts'
import type { NameService } from './name-service.ts'
import { ReportTimes } from './reports/report-times.ts'
import { sendMail } from './send.ts'
import type { PlanItem } from './spec/plan.ts'
import { Timetable } from './timetable.ts'
import { leaveByOneClick } from './web/one-click.ts'

/** A world whose time can go by. */
interface PassingWorld extends Internet {
  readonly names: Pick<NameService, 'setZone'>
  readonly devices: Devices
  readonly timetable: Timetable
  /** Tries what is due by now. */
  retryDue(): Promise<void>
}

/** What is to come in a world: tries that are due, and what its spec has planned. */
export function agendaOf(net: PassingWorld): Agenda {
  return new Agenda([
    { next: () => net.outbox.nextTry, runDue: () => net.retryDue() },
    net.timetable,
    net.devices,
    new ReportTimes(net),
  ])
}

/** @param like As much of the plan is over as there. */
export const timetableOf = (net: PassingWorld, like?: Timetable): Timetable =>
  new Timetable(
    (net.spec.plan ?? []).filter(({ on }) => on === undefined),
    Date.parse(net.spec.now),
    () => net.clock.now(),
    (item) => doPlanned(net, item),
    like,
  )

/** What a plan says of the very start holds from the start, before any time goes by. */
export function downFromStart(net: PassingWorld): void {
  for (const { after, down } of net.spec.plan ?? []) {
    const host = after === 0 && down !== undefined ? net.hosts.named(down) : undefined
    if (host) net.hosts.setUp(host, false)
  }
}

/** Does what an item says. */
export async function doPlanned(net: PassingWorld, item: PlanItem): Promise<void> {
  const { send, publish, down, up, file, unsubscribe, device, act } = item
  if (publish) {
    net.names.setZone(publish.origin, publish.text)
    net.emit({ type: 'planned', what: 'published', origin: publish.origin })
  }
  if (down !== undefined) setUp(net, down, false)
  if (up !== undefined) setUp(net, up, true)
  if (file) {
    net.stateOf(file.host).files.set(file.path, file.text)
    net.emit({ type: 'planned', what: 'file', host: file.host, path: file.path })
  }
  if (unsubscribe !== undefined) await leaveByOneClick(net, unsubscribe)
  if (device !== undefined && act) await net.devices.use(device, act)
  const mail = net.spec.mails.find(({ id }) => id === send)
  if (mail) await sendMail(net, mail)
}

function setUp(net: PassingWorld, name: string, isUp: boolean): void {
  const host = net.hosts.named(name)
  if (host && net.hosts.setUp(host, isUp))
    net.emit({ type: 'planned', what: isUp ? 'up' : 'down', host: host.name })
}
