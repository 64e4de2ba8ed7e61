import { isSameDomain } from '../../core/idna.ts'
import type { HostSpec, OnPathSpec, WorldSpec } from '../spec.ts'

/** What somebody does on a wire, as opposed to what they do to the DNS. */
export type WireAct = Exclude<OnPathSpec, { readonly does: 'hide-answer' }>

/** Acts that need the octets of a connection. */
export type TapAct = Exclude<WireAct, { readonly does: 'block' | 'redirect' }>

const NONE: readonly WireAct[] = []

/** Who sits between two hosts, on a port. */
export function actsBetween(
  { onPath }: Pick<WorldSpec, 'onPath'>,
  from: string,
  to: HostSpec | undefined,
  port: number,
): readonly WireAct[] {
  if (!onPath || !to) return NONE
  return onPath.filter(
    (one): one is WireAct =>
      one.does !== 'hide-answer' &&
      (one.from === undefined || isSameDomain(one.from, from)) &&
      (one.to === undefined || isSameDomain(one.to, to.name)) &&
      (one.port ?? port) === port,
  )
}

export const isTap = (act: WireAct): act is TapAct =>
  act.does !== 'block' && act.does !== 'redirect'
