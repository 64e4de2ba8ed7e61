import { fetchAgain } from '../../hosting/fetch-again.ts'
import { startPage } from './start-page.ts'

startPage()
const target = document.querySelector('#check')
const home = document.querySelector<HTMLAnchorElement>('a.mark')
if (target && home)
  void fetchAgain(() => import('../check/open-check.ts')).then(({ openCheck }) =>
    openCheck(target, new URL(home.href)),
  )
