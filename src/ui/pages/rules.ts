import type { RuleEntry } from './rule-search/find-rules.ts'
import { RuleSearch } from './rule-search/rule-search.ts'
import { startPage } from './start-page.ts'

startPage()
new RuleSearch(document, async () => {
  const answer = await fetch(new URL('search.json', document.baseURI))
  if (!answer.ok) throw new Error(`search.json: ${answer.status}`)
  return (await answer.json()) as readonly RuleEntry[]
}).start()
