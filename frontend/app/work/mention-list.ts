import {
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import type { Mentionable } from '../../../backend/domain/mentions';
import { I18n } from '../i18n/i18n';
import { matching, queryAt, withName, type MentionQuery } from './mention-query';

const most = 6;
let lists = 0;

/**
 * Those who can be mentioned, offered under a text as soon as an @ is typed in it. The keys stay in
 * the text: arrows choose, Enter or Tab mentions, Escape closes.
 *
 *     <textarea #area …></textarea>
 *     <boucle-mention-list [into]="area" [people]="people.all()" />
 */
@Component({
  selector: 'boucle-mention-list',
  template: `
    <ul
      class="list"
      role="listbox"
      [id]="id"
      [hidden]="!open()"
      [attr.aria-label]="t('work.comments.people')"
    >
      @for (person of offered(); track person.id) {
        <!-- The keys are those of the text, which keeps the focus. -->
        <li
          role="option"
          tabindex="-1"
          [id]="id + '-' + $index"
          [attr.aria-selected]="$index === chosen()"
          (mousedown)="$event.preventDefault()"
          (click)="mention(person)"
          (keydown.enter)="mention(person)"
        >
          {{ person.name }}
        </li>
      }
    </ul>
    <p class="visually-hidden" role="status">{{ told() }}</p>
  `,
  styles: `
    .list {
      display: grid;
      max-width: 24rem;
      margin-block-start: var(--space-1);
      padding: var(--space-1);
      border: 1.5px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
    }
    li {
      display: flex;
      align-items: center;
      min-height: var(--target);
      padding-inline: var(--space-3);
      border-radius: var(--radius-small);
      cursor: pointer;
    }
    li[aria-selected='true'] {
      background: var(--act-wash);
      box-shadow: inset 4px 0 0 var(--act);
    }
    @media (forced-colors: active) {
      li[aria-selected='true'] {
        outline: 2px solid Highlight;
      }
    }
  `,
})
export class MentionList {
  /** The text that it stands under. */
  readonly into = input.required<HTMLTextAreaElement>();
  readonly people = input.required<readonly Mentionable[]>();

  protected readonly t = inject(I18n).t;
  protected readonly id = `mention-${++lists}`;
  protected readonly chosen = signal(0);
  private readonly query = signal<MentionQuery | null>(null);

  protected readonly offered = computed(() => {
    const query = this.query();
    return query ? matching(this.people(), query.said, most) : [];
  });
  protected readonly open = computed(() => this.offered().length > 0);
  protected readonly told = computed(() =>
    this.open() ? this.t('work.comments.offered', { count: this.offered().length }) : '',
  );

  constructor() {
    const listening = new AbortController();
    inject(DestroyRef).onDestroy(() => listening.abort());
    afterNextRender(() => {
      const area = this.into();
      const { signal: until } = listening;
      area.setAttribute('aria-autocomplete', 'list');
      area.setAttribute('aria-haspopup', 'listbox');
      area.setAttribute('aria-controls', this.id);
      for (const deed of ['input', 'click', 'keyup']) {
        area.addEventListener(deed, () => this.look(), { signal: until });
      }
      area.addEventListener('blur', () => this.query.set(null), { signal: until });
      area.addEventListener('keydown', (event) => this.press(event), { signal: until });
    });
    effect(() => {
      const active = this.open() ? `${this.id}-${this.chosen()}` : null;
      const area = this.into();
      if (active) area.setAttribute('aria-activedescendant', active);
      else area.removeAttribute('aria-activedescendant');
    });
  }

  protected mention({ name }: Mentionable): void {
    const area = this.into();
    const query = this.query();
    if (!query) return;
    const { text, caret } = withName(area.value, area.selectionEnd, query, name);
    this.query.set(null);
    area.value = text;
    area.setSelectionRange(caret, caret);
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private look(): void {
    const { value, selectionStart, selectionEnd } = this.into();
    const found = selectionStart === selectionEnd ? queryAt(value, selectionEnd) : null;
    const before = this.query();
    if (found?.at === before?.at && found?.said === before?.said) return;
    // A whole name is a mention already: what follows is the rest of the sentence.
    const whole = this.people().some(
      ({ name }) => found?.said === name || found?.said === `${name} `,
    );
    this.query.set(whole || found?.at === this.closedAt ? null : found);
    if (!found) this.closedAt = -1;
    this.chosen.set(0);
  }

  /** The @ whose list was closed with Escape: it stays so until another is typed. */
  private closedAt = -1;

  private press(event: KeyboardEvent): void {
    const person = this.offered()[this.chosen()];
    if (!person || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = this.offered().length;
    if (event.key === 'ArrowDown') this.chosen.update((rank) => (rank + 1) % count);
    else if (event.key === 'ArrowUp') this.chosen.update((rank) => (rank + count - 1) % count);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))
      this.mention(person);
    else if (event.key === 'Escape') {
      this.closedAt = this.query()?.at ?? -1;
      this.query.set(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
