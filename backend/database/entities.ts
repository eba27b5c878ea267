import { Credential } from '../access/credential.entity.js';
import { Door } from '../access/door.entity.js';
import { Session } from '../access/session.entity.js';
import { ActionComment } from '../work/action-comment.entity.js';
import { ActionContributor } from '../work/action-contributor.entity.js';
import { ActionDependency } from '../action-views/action-dependency.entity.js';
import { ActionEvidence } from '../actions/action-evidence.entity.js';
import { ActionMention } from '../work/action-mention.entity.js';
import { ActionStep } from '../actions/action-step.entity.js';
import { ActionTemplate } from '../actions/action-template.entity.js';
import { Action } from '../actions/action.entity.js';
import { Origin } from '../actions/origin.entity.js';
import { AttachmentContent } from '../attachments/attachment-content.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { AnalysisFeedback } from '../analyses/analysis-feedback.entity.js';
import { Analysis } from '../analyses/analysis.entity.js';
import { Cause } from '../analyses/cause.entity.js';
import { Participant } from '../analyses/participant.entity.js';
import { AnswerTemplate } from '../feedback/answer-template.entity.js';
import { Answer } from '../feedback/answer.entity.js';
import { NotAlike } from '../merging/not-alike.entity.js';
import { Transfer } from '../feedback/transfer.entity.js';
import { Usefulness } from '../feedback/usefulness.entity.js';
import { Batch } from '../batches/batch.entity.js';
import { BatchLine } from '../batches/batch-line.entity.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { ImportLine } from '../imports/import-line.entity.js';
import { ImportMapping } from '../imports/import-mapping.entity.js';
import { ImportRun } from '../imports/import-run.entity.js';
import { Reporter } from '../feedback/reporter.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { Deferral } from '../actions/deferral.entity.js';
import { CalendarFeed } from '../agenda/calendar-feed.entity.js';
import { Digest } from '../reminders/digest.entity.js';
import { Recurrence } from '../effects/recurrence.entity.js';
import { Reminder } from '../reminders/reminder.entity.js';
import { JournalEntry } from '../journal/journal.entity.js';
import { AddressTrouble } from '../mail/address-trouble.entity.js';
import { Enclosure } from '../mail/enclosure.entity.js';
import { Letter } from '../mail/letter.entity.js';
import { GridVersion } from '../organization/grid-version.entity.js';
import { Organization } from '../organization/organization.entity.js';
import { Theme } from '../organization/theme.entity.js';
import { Unit } from '../organization/unit.entity.js';
import { SavedView } from '../people/saved-view.entity.js';
import { UsualView } from '../people/usual-view.entity.js';
import { Membership } from '../people/membership.entity.js';
import { Person } from '../people/person.entity.js';
import { PlanSheet } from '../plan-sheets/plan-sheet.entity.js';
import { PlanSheetRow } from '../plan-sheets/plan-sheet-row.entity.js';
import { Objective } from '../plans/objective.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { PlanTemplate } from '../plans/plan-template.entity.js';
import { Scorecard } from '../scorecards/scorecard.entity.js';
import { Campaign } from '../surveys/campaign.entity.js';
import { SurveyAnswer } from '../surveys/survey-answer.entity.js';
import { SurveyInvitation } from '../surveys/survey-invitation.entity.js';
import { SurveyMailing } from '../surveys/survey-mailing.entity.js';
import { SurveyOptOut } from '../surveys/survey-opt-out.entity.js';
import { Survey } from '../surveys/survey.entity.js';
import { WallWord } from '../wall/wall-word.entity.js';

/** Everything that is stored. */
export const entities = [
  Action,
  ActionComment,
  ActionContributor,
  ActionDependency,
  ActionEvidence,
  ActionMention,
  ActionStep,
  ActionTemplate,
  AddressTrouble,
  Analysis,
  AnalysisFeedback,
  Answer,
  Attachment,
  AttachmentContent,
  AnswerTemplate,
  Batch,
  BatchLine,
  Campaign,
  Cause,
  Credential,
  Deferral,
  CalendarFeed,
  Digest,
  Door,
  Enclosure,
  Feedback,
  GridVersion,
  ImportLine,
  ImportMapping,
  ImportRun,
  Indicator,
  JournalEntry,
  Letter,
  Membership,
  NotAlike,
  Objective,
  Organization,
  Origin,
  Participant,
  Person,
  Plan,
  PlanTemplate,
  PlanSheet,
  PlanSheetRow,
  Recurrence,
  Reminder,
  Reporter,
  SavedView,
  Scorecard,
  Session,
  Survey,
  SurveyAnswer,
  SurveyInvitation,
  SurveyMailing,
  SurveyOptOut,
  Theme,
  Transfer,
  Unit,
  Usefulness,
  WallWord,
  UsualView,
];
