import { openIntake } from '../reports/intake.ts'
import { startPage } from './start-page.ts'

startPage()
openIntake()
