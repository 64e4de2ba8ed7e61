import type { ResponseCode } from '../views/response-codes.ts'
import type { WireCard } from '../views/wire-word.ts'

/** The card of a word in brackets; undefined where its protocol does not know it. */
export function responseCard(table: readonly ResponseCode[], code: string): WireCard | undefined {
  const found = table.find((one) => one.code === code)
  return found && { title: `[${code}]`, meaning: found.meaning, parts: [], source: found.source }
}
