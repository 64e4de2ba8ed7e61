import { domainOf } from '../../core/domain.ts'
import { isOf } from '../domains.ts'
import type { Receiver } from './receiver.ts'

/** Whether mail for an address ends at this service, or is passed on. */
export const isLocal = ({ service }: Pick<Receiver, 'service'>, address: string): boolean =>
  domainOf(address) === 'postmaster' || isOf(service.domains, address)
