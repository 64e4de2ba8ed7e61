import { startFind } from '../find/start-find.ts'
import { openIntake } from '../grade/intake.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import { startOfflineWhenIdle } from '../offline/when-idle.ts'

placeThemeSwitch(document.querySelector('#theme'))
startFind()
startOfflineWhenIdle()
openIntake()
