import type { WireReader } from './wire.ts'
import type { FieldReader } from './reader.ts'

type TargetType = 'NS' | 'CNAME' | 'PTR' | 'DNAME'

export interface TargetData<T extends TargetType> {
  readonly type: T
  readonly target: string
}

/** Reading and printing of a type whose data is one name. */
export function oneName<T extends TargetType>(type: T, what: string) {
  const given = (target: string | undefined): TargetData<T> | undefined =>
    target === undefined ? undefined : { type, target }
  return {
    parse: (fields: FieldReader) => given(fields.name(what)),
    print: ({ target }: TargetData<T>) => [`${target}.`],
    fromWire: (wire: WireReader) => given(wire.name()),
  }
}
