import type {
  AnalysisDto,
  CauseDto,
  SaveCauseDto,
  UpdateAnalysisDto,
} from '../../../backend/analyses/analyses.dto';

/** A cause as it is typed; a form holds no absence. */
export interface CauseFacts extends Pick<CauseDto, 'parentId' | 'branch' | 'wording' | 'status'> {
  evidence: string;
}

/** The words of an analysis as they are typed. */
export interface WordFacts {
  title: string;
  unitId: string;
  problem: string;
  notes: string;
  conclusion: string;
  heldOn: string;
}

export type Facts = CauseFacts | WordFacts;

export function causeOf({ parentId, branch, wording, status, evidence }: CauseDto): CauseFacts {
  return { parentId, branch, wording, status, evidence: evidence ?? '' };
}

/** From the record, or from what the server says stands now. */
export function wordsOf(
  analysis: Pick<AnalysisDto, 'title' | 'problem' | 'notes' | 'conclusion' | 'heldOn'> &
    ({ unit: { id: string } } | { unitId: string }),
): WordFacts {
  const { title, problem, notes, conclusion, heldOn } = analysis;
  const unitId = 'unitId' in analysis ? analysis.unitId : analysis.unit.id;
  return { title, unitId, problem, notes, conclusion, heldOn: heldOn ?? '' };
}

/** As the server takes it: what was left empty is not sent. */
export function orderOf(facts: Facts, version: number): SaveCauseDto | UpdateAnalysisDto {
  if ('wording' in facts) {
    const { parentId, evidence, wording, branch, status } = facts;
    return {
      ...{ version, branch, status, wording: wording.trim() },
      ...(parentId && { parentId }),
      ...(evidence.trim() && { evidence: evidence.trim() }),
    };
  }
  const { heldOn, ...words } = facts;
  return { ...words, version, ...(heldOn && { heldOn }) };
}

/** What was typed and is not saved yet. */
export interface Edit {
  /** As it was read; null where it is new. */
  base: Facts | null;
  mine: Facts;
  version: number;
  /** What somebody else wrote there meanwhile, where both can't stand; null: they took it out. */
  clash?: { theirs: Facts | null; version: number; fields: string[] };
}

/** A cause as the page shows it, what is being typed included. */
export interface ShownCause extends CauseFacts {
  id: string;
  actions: CauseDto['actions'];
}

/** Not before it says something: a line just begun is nobody's cause. */
export function isSayable(facts: Facts): boolean {
  return 'wording' in facts ? facts.wording.trim() !== '' : facts.title.trim().length >= 3;
}
