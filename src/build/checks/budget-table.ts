import { alignColumns } from '../../core/text/columns.ts'
import { folderOf, type Language } from '../../ui/words/languages.ts'

/** The budget, as tests/budget.json keeps it. Sizes are octets after gzip. */
export interface Budget {
  readonly firstLoad: readonly {
    /** A page's file, or a pattern whose `*` stands for one folder. */
    readonly pages: string
    /** Modules that these pages import at once, though dynamically: they count as well. */
    readonly with?: readonly string[]
    readonly gzip: number
    readonly requests: number
    /** A package that must not be in the first load. */
    readonly without?: string
  }[]
  /** Rooms of `src/` whose code no page may load on its main thread, but with the module `apart`. */
  readonly mainThread: { readonly without: readonly string[]; readonly apart: string }
  readonly later: readonly { readonly package: string; readonly gzip: number }[]
  /** What labs run on. */
  readonly labs?: readonly LabBudget[]
  /** What stands in pages of others. */
  readonly embed?: EmbedBudget
  /** How many times the English weight the pages of another language may have. */
  readonly languages?: Readonly<Partial<Record<Language, number>>>
  /** What a browser keeps for the time without a network, of one language. */
  readonly kept?: { readonly gzip: number; readonly requests: number }
}

/** What a Worker fetches before a lab of some kind opens. Sizes are octets after gzip. */
export interface LabBudget {
  /** Which labs. */
  readonly name: string
  /** Modules of the Worker beside its script. */
  readonly engines: readonly string[]
  readonly gzip: number
  readonly requests: number
}

/** What the widgets in pages of others may weigh. Sizes are octets after gzip. */
export interface EmbedBudget {
  /** `embed.js`. */
  readonly script: number
  /** The script of a lesson's page in the package of a learning system. */
  readonly packaged: number
  /** The page of the frame. */
  readonly frame: { readonly gzip: number; readonly requests: number }
  /** All that is fetched until a widget has judged what stands in it, `embed.js` and the frame with it. */
  readonly firstVerdict: readonly {
    /** `<helo-zone>`, and what stands in it. */
    readonly name: string
    /** Modules of the page, which bring what they import. */
    readonly page: readonly string[]
    /** Modules of the Worker beside its script. */
    readonly engines: readonly string[]
    readonly gzip: number
    readonly requests: number
  }[]
}

/** The budget of a language's pages. What is fetched later was measured in English. */
export function budgetIn(budget: Budget, language: Language): Budget {
  const share = budget.languages?.[language]
  if (share === undefined) return budget
  const firstLoad = budget.firstLoad.map((rule) => ({
    ...rule,
    pages: folderOf(language) + rule.pages,
    gzip: Math.floor(rule.gzip * share),
  }))
  const kept = budget.kept && { ...budget.kept, gzip: Math.floor(budget.kept.gzip * share) }
  return { ...budget, firstLoad, later: [], ...(kept && { kept }) }
}

/** One line of the table: what was measured, and what may be. */
export interface Row {
  readonly name: string
  readonly gzip: number
  readonly gzipLimit: number
  readonly requests: number
  readonly requestLimit?: number
  /** What else is wrong, as a sentence. */
  readonly note?: string
}

export function matches(pattern: string, page: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]+')}$`).test(page)
}

/** Why a row is over its budget; empty when it holds. */
export function overruns(row: Row): string[] {
  const { name, gzip, gzipLimit, requests, requestLimit = Infinity, note } = row
  return [
    ...(gzip > gzipLimit ? [`${name} weighs ${kib(gzip - gzipLimit)} too much.`] : []),
    ...(requests > requestLimit
      ? [`${name} makes ${requests - requestLimit} requests too many.`]
      : []),
    ...(note === undefined ? [] : [note]),
  ]
}

export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${kib(row.gzip)} of ${kib(row.gzipLimit)}`,
    row.requestLimit === undefined ? `${row.requests}` : `${row.requests} of ${row.requestLimit}`,
    overruns(row).length === 0 ? 'ok' : 'OVER',
  ])
  return tableOf([['loaded', 'gzip', 'requests', ''], ...cells])
}

/** An indented table whose columns are lined up. */
export const tableOf = (rows: readonly (readonly string[])[]): string =>
  alignColumns(rows, 3)
    .map((row) => `  ${row}`)
    .join('\n')

const kib = (octets: number): string => `${(octets / 1024).toFixed(1)} KiB`
