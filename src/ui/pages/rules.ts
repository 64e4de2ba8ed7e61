import { startFind } from '../find/start-find.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import { startOfflineWhenIdle } from '../offline/when-idle.ts'
import type { RuleEntry } from './rule-search/find-rules.ts'
import { RuleSearch } from './rule-search/rule-search.ts'

placeThemeSwitch(document.querySelector('#theme'))
startFind()
startOfflineWhenIdle()
new RuleSearch(document, async () => {
  const answer = await fetch(new URL('search.json', document.baseURI))
  if (!answer.ok) throw new Error(`search.json: ${answer.status}`)
  return (await answer.json()) as readonly RuleEntry[]
}).start()
