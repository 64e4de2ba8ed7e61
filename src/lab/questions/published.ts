import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { publishedRecords, type PublishedRow } from '../views/published-records.ts'
import type { Question } from './question.ts'

/** What is published of a zone, given as it stands in the editor: a row a record. */
export const published: Question<
  { readonly origin: string; readonly text: string },
  { readonly rows: readonly PublishedRow[] }
> = {
  answer({ origin, text }, { world }) {
    const { zone } = parseZone(text, { origin })
    const others = (world?.zones ?? []).filter((one) => one.origin !== zone.origin)
    return { rows: publishedRecords(zone, createResolver([zone, ...others])) }
  },
}
