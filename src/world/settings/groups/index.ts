import type { SettingGroup } from '../setting.ts'
import { addresses } from './addresses.ts'
import { certificate } from './certificate.ts'
import { checks } from './checks.ts'
import { filters } from './filters.ts'
import { limitsOfLmtp, limitsOfSmtp, limitsOfSubmission } from './limits.ts'
import { lists } from './lists.ts'
import { queue } from './queue.ts'
import { receiving } from './receiving.ts'
import { reports } from './reports.ts'
import { sending } from './sending.ts'
import { services } from './services.ts'
import { signing } from './signing.ts'
import { tenants } from './tenants.ts'
import { web } from './web.ts'
import { wording } from './wording.ts'

/** Every group of settings, in the order in which they are printed. */
export const settingGroups: readonly SettingGroup[] = [
  receiving,
  checks,
  filters,
  limitsOfSmtp,
  sending,
  signing,
  queue,
  addresses,
  lists,
  services,
  wording,
  tenants,
  limitsOfSubmission,
  limitsOfLmtp,
  certificate,
  web,
  reports,
]
