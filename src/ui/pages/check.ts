import { fetchAgain } from '../../hosting/fetch-again.ts'
import { placeThemeSwitch } from '../kit/theme.ts'

placeThemeSwitch(document.querySelector('#theme'))
const target = document.querySelector('#check')
const home = document.querySelector<HTMLAnchorElement>('a.mark')
if (target && home)
  void fetchAgain(() => import('../check/open-check.ts')).then(({ openCheck }) =>
    openCheck(target, new URL(home.href)),
  )
