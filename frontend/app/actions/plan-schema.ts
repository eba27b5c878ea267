import {
  minLengthError,
  required,
  validate,
  type SchemaPath,
  type SchemaPathTree,
} from '@angular/forms/signals';
import type { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { amountOf } from './amount';
import type { Plan } from './plan';

/** What an action's words must be, said beside each before they are sent. */
export function planSchema(path: SchemaPathTree<Plan>, t: I18n['t']): void {
  required(path.kind);
  required(path.title);
  validate(path.title, ({ value }) => (value().trim().length < 3 ? minLengthError(3) : undefined));
  atMost(path.title, 160);
  atMost(path.description, 10_000);
  atMost(path.rationale, 10_000);
  required(path.unitId);
  required(path.ownerId);
  required(path.dueOn);
  for (const text of [path.skills, path.stakeholders, path.levers, path.obstacles])
    atMost(text, 2000);
  atMost(path.participants, 2000);
  atMost(path.criterion, 2000);
  amount(path.cost, { most: 999_999_999, decimals: 2 });
  amount(path.effortDays, { most: 99_999, decimals: 1 });
  validate(path.startOn, ({ value, valueOf }) =>
    value() > valueOf(path.dueOn) && valueOf(path.dueOn) !== ''
      ? { kind: 'start', message: t('actions.wording.error.start') }
      : undefined,
  );
  validate(path.verifierId, ({ value, valueOf }) =>
    value() !== '' && value() === valueOf(path.ownerId)
      ? { kind: 'owner', message: t('actions.form.verifierHint') }
      : undefined,
  );
  required(path.checkIndicatorId, {
    when: ({ valueOf }) => valueOf(path.checkMethod) === 'indicator',
  });
  required(path.checkTarget, { when: ({ valueOf }) => valueOf(path.checkMethod) === 'indicator' });
  amount(path.checkTarget, { most: 100, decimals: 1 });
  required(path.checkDays, { when: ({ valueOf }) => valueOf(path.checkMethod) === 'recurrence' });
  amount(path.checkDays, { least: 1, most: 730, decimals: 0 });
  required(path.criterion, {
    when: ({ valueOf }) => valueOf(path.checkMethod) === 'observation',
    message: t('actions.wording.error.observation'),
  });
  validate(path.criterion, ({ value, valueOf }) =>
    valueOf(path.checkMethod) === 'observation' && /^\s+$/.test(value())
      ? { kind: 'observation', message: t('actions.wording.error.observation') }
      : undefined,
  );

  function amount(
    field: SchemaPath<string>,
    { least = 0, most, decimals }: { least?: number; most: number; decimals: number },
  ): void {
    validate(field, ({ value }) => {
      const typed = amountOf(value());
      if (typed === null) return undefined;
      if (Number.isNaN(typed))
        return { kind: 'number', message: t('actions.wording.error.number') };
      if (typed < least) return { kind: 'min', min: least };
      if (typed > most) return { kind: 'max', max: most };
      const scale = 10 ** decimals;
      const isTooFine = Math.abs(Math.round(typed * scale) / scale - typed) > 1e-9;
      const message = t('actions.wording.error.decimals', { count: decimals });
      return isTooFine ? { kind: 'decimals', message } : undefined;
    });
  }
}
