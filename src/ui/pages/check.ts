import { fetchAgain } from '../../hosting/fetch-again.ts'
import { startFind } from '../find/start-find.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import { startOfflineWhenIdle } from '../offline/when-idle.ts'

placeThemeSwitch(document.querySelector('#theme'))
startFind()
startOfflineWhenIdle()
const target = document.querySelector('#check')
const home = document.querySelector<HTMLAnchorElement>('a.mark')
if (target && home)
  void fetchAgain(() => import('../check/open-check.ts')).then(({ openCheck }) =>
    openCheck(target, new URL(home.href)),
  )
