import type { OccasionStore, PlaceStore, PostingStore } from "./chats/store.ts"
import type { EntryDraftStore } from "./faq/draft-store.ts"
import type { PastCaseStore } from "./faq/past-case.ts"
import type { QuestionStore } from "./faq/question-store.ts"
import type { EntryStore } from "./faq/store.ts"
import type { GateStore, OutcomeStore } from "./gates/store.ts"
import type {
  AlarmStore,
  CanaryStore,
  ChatHealthStore,
  DayStore,
  DeadJobStore,
  HealthStore,
} from "./health/store.ts"
import type { GroupReplyStore, IncidentStore, IncidentTicketStore } from "./incidents/store.ts"
import type { Enqueue } from "./jobs.ts"
import type { LlmStore } from "./llm/store.ts"
import type { MailboxStore, MailStore } from "./mail/store.ts"
import type { AbsenceStore } from "./people/absence-store.ts"
import type { CodeStore, SessionStore } from "./people/code-store.ts"
import type { PeopleStore } from "./people/store.ts"
import type { TeamStore } from "./people/team-store.ts"
import type { OfficeStore, PassingStore } from "./redirections/store.ts"
import type { FileStore } from "./tickets/file-store.ts"
import type { ListStore } from "./tickets/list-store.ts"
import type { MergeStore } from "./tickets/merge-store.ts"
import type { AcknowledgementStore, MessageStore } from "./tickets/message-store.ts"
import type { DrawingStore, TicketStore } from "./tickets/store.ts"
import type { SummaryStore } from "./tickets/summary-store.ts"
import type { DecisionStore } from "./triage/decision-store.ts"
import type { LessonStore } from "./triage/lesson-store.ts"
import type { ModelStore } from "./triage/model-store.ts"
import type { TriageStore } from "./triage/store.ts"

/** Each folder says what it asks of the database; this is all of it. */
export type Slices = MailStore &
  MailboxStore &
  TicketStore &
  DrawingStore &
  TriageStore &
  LessonStore &
  ListStore &
  SummaryStore &
  MergeStore &
  MessageStore &
  AcknowledgementStore &
  FileStore &
  PeopleStore &
  AbsenceStore &
  CodeStore &
  SessionStore &
  TeamStore &
  PostingStore &
  PlaceStore &
  OccasionStore &
  QuestionStore &
  PastCaseStore &
  HealthStore &
  DeadJobStore &
  ChatHealthStore &
  CanaryStore &
  IncidentStore &
  IncidentTicketStore &
  GroupReplyStore &
  DayStore &
  AlarmStore &
  DecisionStore &
  ModelStore &
  OutcomeStore &
  GateStore &
  EntryStore &
  EntryDraftStore &
  LlmStore &
  OfficeStore &
  PassingStore

/** The only place to enqueue: the job exists if, and only if, the change does. */
export type Transaction = Slices & { enqueue: Enqueue }

export type Store = Slices & {
  /** Read with a lock, decide, write, enqueue. Nothing slow belongs inside. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}
