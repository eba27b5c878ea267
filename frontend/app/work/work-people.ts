import { httpResource } from '@angular/common/http';
import { Service, computed, signal } from '@angular/core';
import type { NameableDto } from '../../../backend/work/contributors.dto';
import type { Mentionable } from '../../../backend/domain/mentions';

/** Those who can be named on an action; fetched once a form needs them. */
@Service()
export class WorkPeople {
  private readonly asked = signal<string | null>(null);
  private readonly found = httpResource<NameableDto[]>(() => {
    const id = this.asked();
    return id ? `/api/actions/${id}/people` : undefined;
  });

  readonly all = computed(() => toldApart(this.found.hasValue() ? this.found.value() : []));

  /** Says for which action they are needed. */
  ask(actionId: string): void {
    if (this.found.error()) this.found.reload();
    this.asked.set(actionId);
  }
}

/** Two people of one name are told apart by their service; of one service too, by their rank. */
export function toldApart(people: readonly NameableDto[]): Mentionable[] {
  const said = new Map<string, number>();
  const once = (label: string): boolean => {
    said.set(label, (said.get(label) ?? 0) + 1);
    return said.get(label) === 1;
  };
  return people.map(({ id, name, unitName }) => {
    const alone = people.filter((one) => one.name === name).length === 1;
    const label = alone ? name : `${name} (${unitName})`;
    return { id, name: once(label) ? label : `${name} (${unitName}, ${said.get(label)})` };
  });
}
