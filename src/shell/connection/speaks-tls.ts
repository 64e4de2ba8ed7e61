import { servicesOf } from '../../world/services/index.ts'
import type { World } from '../../world/world.ts'
import type { OpenLine } from './open.ts'

/** Whether a port begins with TLS. What is not known of the world is taken to do as it is asked. */
export function speaksTls({ host, port }: OpenLine, { hosts }: World): boolean {
  const spec = hosts.find(({ name }) => name === host)
  const service = spec && servicesOf(spec).find((one) => one.port === port)
  return service === undefined || service.transport !== 'plain'
}
