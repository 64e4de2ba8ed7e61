import { openIntake } from '../reports/intake.ts'
import { startFind } from '../find/start-find.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import { startOfflineWhenIdle } from '../offline/when-idle.ts'

placeThemeSwitch(document.querySelector('#theme'))
startFind()
startOfflineWhenIdle()
openIntake()
