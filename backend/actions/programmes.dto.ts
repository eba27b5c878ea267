/** The plan that an action is part of. */
export interface ActionPlanDto {
  id: string;
  reference: string;
  title: string;
  objective: string | null;
}
