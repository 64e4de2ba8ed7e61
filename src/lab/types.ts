/** The types of plain data that the lab gives out: what is drawn imports them from here. */
export type { Authentication } from '../auth/authenticate.ts'
export type { DkimVerdict, SignatureVerdict } from '../auth/dkim/verify.ts'
export type { DmarcVerdict, Identifier } from '../auth/dmarc/evaluate.ts'
export type { SpfVerdict } from '../auth/spf/evaluate.ts'
export type { ZoneText } from '../dns/zone/zone-text.ts'
export type { Progress, StepProgress } from '../lessons/check.ts'
export type {
  Card,
  CardProgress,
  GridCard,
  MarkCard,
  OrderCard,
  PickCard,
  PredictCard,
  Row,
  SortCard,
} from '../lessons/cards/card.ts'
export type { MailReport, SenderReport } from '../lessons/evidence.ts'
export type {
  Goal,
  Lesson,
  LessonTerminal,
  PanelName,
  Step,
  TargetedHint,
  Variant,
} from '../lessons/lesson.ts'
export type { DeviceFolderView, DeviceMessageView, DeviceView } from './device-view.ts'
export type { BridgeZonesOutput, BridgeZoneOutput, LabOutput } from './protocol.ts'
export type { Greeting } from '../shell/greeting.ts'
export type { ShellOutput, TranscriptLine } from '../shell/shell.ts'
export type { BridgeFacts } from '../world/bridge-facts.ts'
export type { BridgeZone, ZoneEditing, ZoneError } from '../world/bridge-zones.ts'
export type { Command, SmtpCommand } from '../world/events/command.ts'
export type { DeviceAct } from '../world/spec.ts'
export type { DeviceSettings } from '../world/devices/settings.ts'
export type { EventOf, WorldEvent } from '../world/events/index.ts'
export type { NumberedMessage, SessionNumbers } from '../world/services/numbering.ts'
export type { Journey, JourneyEnd } from '../world/journey.ts'
export type { LogLimits } from '../world/log/recent.ts'
export type { Delivery, Folder, Mailbox, MailboxMessage } from '../world/mailboxes.ts'
export type { MailboxSnapshot } from '../world/mailbox-snapshot.ts'
export type { WaitingMessage, WorldTime } from './world-time.ts'
export type { Envelope } from '../world/stored-message.ts'
export type {
  Phase,
  SessionStates,
  SessionStatus,
  StateMap,
  Arrow,
} from './views/session-states.ts'
export type { AlignmentRow, Judged } from './views/alignment.ts'
export type { ModeComparison } from './views/dmarc-modes.ts'
export type { Walk, WalkRow } from './views/dmarc-walk.ts'
export type { HtmlText, MessagePart, PartRole } from './views/mime-parts.ts'
export type { SpfCheck, SpfQuestion, TermStatus } from './views/spf-tree.ts'
export type { ReportRow, ShownReport } from './views/report-rows.ts'
export type { ReadMessage } from './questions/message.ts'
export type { ShownMessage } from './questions/shown-message.ts'
export type { PublishedPiece, PublishedRow } from './views/published-records.ts'
export type { WireAnswer } from './questions/wire-card.ts'
export type { WireCard, WireWord } from './views/wire-word.ts'
export type { MessageProblems } from './questions/message-problems.ts'
export type { MessageTrace } from './questions/message-trace.ts'
export type { ExplainedResults } from './views/explained-results.ts'
export type { HostMap, MapHost, MapLink } from './views/host-map.ts'
export type { DisguisedText } from './views/disguised-text.ts'
export type { FieldFacts, FieldWriter } from './views/field-facts.ts'
export type { MessageHop } from './views/message-hops.ts'
export type { SignatureCover } from './views/signature-cover.ts'
export type {
  CheckName,
  DeliveryDiagram,
  DeliveryEnd,
  DeliveryLane,
  DeliveryRow,
  RowDetail,
} from './views/delivery.ts'
export type {
  AggregateSum,
  Day,
  FileRow,
  FoundPolicy,
  GivenFile,
  NextStep,
  ReportsRead,
  SenderKind,
  Source,
  TlsDomain,
  TlsSum,
} from './reports/types.ts'
export type {
  Oddity,
  PlayedConnection,
  PlayedTranscript,
  TranscriptStep,
} from './transcript/played-transcript.ts'
