/**
 * A world as data. The schemas in `spec/` are the one source of these types; they are imported only
 * where data is read, so that a page that reads none does not load what checks it.
 */
export type {
  AccessSpec,
  FeedbackLoopSpec,
  HostSpec,
  LmtpSpec,
  QueueSpec,
  SigningKeySpec,
  SmtpServiceSpec,
  SubmissionSpec,
  TrustsSpec,
} from './spec/host.ts'
export type { AliasSpec, ChangeSpec, ForwardingSpec } from './spec/addresses.ts'
export type { DocumentSpec } from './spec/documents.ts'
export type { DeviceAct, DeviceSettingsSpec, DeviceSpec } from './spec/devices.ts'
export type { FilterSpec } from './spec/filters.ts'
export type { RelayThroughSpec, SendingSpec, TenantSpec, TlsNeed } from './spec/sending.ts'
export type { ReportsSpec } from './spec/reports.ts'
export type { OnPathSpec } from './spec/on-path.ts'
export type { MailingListSpec } from './spec/lists.ts'
export type { CertificateSpec, EndpointSpec, HttpsSpec, WebFileSpec } from './spec/web.ts'
export type {
  FaultSpec,
  GreylistingSpec,
  LimitsSpec,
  PoliciesSpec,
  RatesSpec,
  TarpitSpec,
} from './spec/policies.ts'
export type {
  AttachmentSpec,
  MailboxSpec,
  MailSpec,
  SenderCase,
  VacationSpec,
  WorldSpec,
  ZoneSpec,
} from './spec/world.ts'
