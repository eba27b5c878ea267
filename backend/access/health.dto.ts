/** Whether the program can serve, and whether an organisation was opened yet. */
export interface HealthDto {
  status: 'ok';
  setup: 'needed' | 'done';
}
