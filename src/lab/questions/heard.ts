import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { heardRecords, type HeardRow } from '../views/heard-records.ts'
import type { Question } from './question.ts'

/** What the world hears of a zone, given as it stands in the editor: a row a record. */
export const heard: Question<
  { readonly origin: string; readonly text: string },
  { readonly rows: readonly HeardRow[] }
> = {
  answer({ origin, text }, { world }) {
    const { zone } = parseZone(text, { origin })
    const others = (world?.zones ?? []).filter((one) => one.origin !== zone.origin)
    return { rows: heardRecords(zone, createResolver([zone, ...others])) }
  },
}
