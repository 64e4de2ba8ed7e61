import type { Section } from '../../../core/section.ts'
import type { HostSpec } from '../../spec.ts'
import { tableOf, type TableRow } from '../list-types.ts'
import { setting, type Setting } from '../setting.ts'
import type { ValueType, WordType } from '../value-type.ts'

/** Things of a host of which it has several, each with a key: its lists, its customers. */
export interface Rows<Item> {
  /** The setting that lists them. */
  readonly name: string
  readonly keyType: WordType<string>
  /** An example of a key. */
  readonly example: string
  isFor(host: HostSpec): boolean
  all(host: HostSpec): readonly Item[] | undefined
  with(host: HostSpec, items: readonly Item[]): HostSpec
  keyOf(item: Item): string
}

interface MainParts<Item, Data> {
  readonly about: string
  readonly item: ValueType<Data>
  /** An example of a value. */
  readonly example: string
  readonly source?: Section
  data(item: Item): Data
  /** @param before The one of this key that was there. */
  make(key: string, data: Data, before: Item | undefined): Item
}

/** The table of all of them. What is not written at all stays; an empty table takes them away. */
export const mainRows = <Item, Data>(
  rows: Rows<Item>,
  { about, item, example, source, data, make }: MainParts<Item, Data>,
): Setting =>
  setting<readonly TableRow<string, Data>[]>({
    ...{ name: rows.name, about, isFor: (host) => rows.isFor(host), ...(source && { source }) },
    unset: 'those that it has',
    type: tableOf(`\`${rows.example}: ${example}\``, rows.keyType, item),
    get: (host) => rows.all(host)?.map((one) => ({ key: rows.keyOf(one), data: data(one) })),
    set(host, given) {
      if (!given) return host
      const before = new Map(rows.all(host)?.map((one) => [rows.keyOf(one), one]))
      return rows.with(
        host,
        given.map((row) => make(row.key, row.data, before.get(row.key))),
      )
    },
  })

interface ParameterParts<Data> {
  readonly about: string
  readonly item: ValueType<Data>
  readonly example: string
  readonly source?: Section
  /** What stands where a row is missing; nothing by default. */
  readonly missing?: Data
}

/** One thing about some of them, by their keys. */
export const parameterRows = <Item, Key extends keyof Item & string>(
  rows: Rows<Item>,
  name: string,
  key: Key,
  { about, item, example, source, missing }: ParameterParts<NonNullable<Item[Key]>>,
): Setting =>
  setting<readonly TableRow<string, NonNullable<Item[Key]>>[]>({
    ...{ name, about, default: [], with: rows.name, ...(source && { source }) },
    isFor: (host) => rows.isFor(host),
    type: tableOf(`\`${rows.example}: ${example}\``, rows.keyType, item),
    get: (host) =>
      rows.all(host)?.flatMap((one) => {
        const data = one[key]
        return data === undefined || data === null || data === missing
          ? []
          : [{ key: rows.keyOf(one), data }]
      }),
    set(host, given = []) {
      const items = rows.all(host)
      if (!items) return host
      const values = new Map(given.map((row) => [row.key, row.data]))
      return rows.with(
        host,
        items.map((one) => {
          const { [key]: _, ...others } = one
          const data = values.get(rows.keyOf(one)) ?? missing
          return (data === undefined ? others : { ...others, [key]: data }) as Item
        }),
      )
    },
  })
