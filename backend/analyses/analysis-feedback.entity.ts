import { Entity, PrimaryColumn } from 'typeorm';

/** A feedback that an analysis covers. */
@Entity('analysis_feedback')
export class AnalysisFeedback {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  analysisId!: string;

  @PrimaryColumn('uuid')
  feedbackId!: string;
}
