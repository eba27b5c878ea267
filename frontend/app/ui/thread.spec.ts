import { TestBed } from '@angular/core/testing';
import type { ThreadStep } from '../../../backend/domain/thread';
import { provideRouter } from '@angular/router';
import type { Strand } from './strands';
import { Thread } from './thread';

const steps: ThreadStep[] = [
  { point: 'answer', state: 'awaited' },
  { point: 'voice', state: 'done', at: '2026-11-03', who: 'Une proche' },
  { point: 'analysis', state: 'done', at: '2026-11-05', who: 'Sophie Lemaire' },
  { point: 'action', state: 'current', at: '2026-11-27', who: 'Karim Belkacem' },
  { point: 'effect', state: 'notNeeded' },
];

async function draw(inputs: Partial<Record<'compact' | 'strands', unknown>> = {}) {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(Thread);
  fixture.componentRef.setInput('steps', steps);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const items = [...element.querySelectorAll<HTMLElement>('.thread > li')];
  return { element, items, words: items.map((item) => read(item)) };
}

/** What a screen reader reads. */
function read(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll('[aria-hidden="true"]').forEach((hidden) => hidden.remove());
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

describe('the thread', () => {
  it('is a list, always in the order of the loop', async () => {
    const { items } = await draw();
    expect(items.map((item) => item.dataset['point'])).toEqual([
      'voice',
      'analysis',
      'action',
      'effect',
      'answer',
    ]);
  });

  it('dates what happened, and names who owes what is awaited', async () => {
    const { words } = await draw();
    expect(words[1]).toMatch(/^Analyse fait 5 nov\.( 2026)? Sophie Lemaire$/);
    expect(words[2]).toMatch(/^Action en attente, avant le 27 nov\.( 2026)? Karim Belkacem$/);
    expect(words[3]).toBe('Effet sans objet');
    expect(words[4]).toBe('Réponse à venir');
  });

  it('marks the one point where things stand', async () => {
    const { items } = await draw();
    const marked = items.filter((item) => item.getAttribute('aria-current') === 'step');
    expect(marked.map((item) => item.dataset['point'])).toEqual(['action']);
  });

  it('still reads whole in a row, where only one point is written out', async () => {
    const { element, words } = await draw({ compact: true });
    expect(words).toHaveLength(5);
    expect(words[2]).toContain('Karim Belkacem');
    expect(element.querySelector('.here')?.textContent).toContain('Action');
  });

  it('lists what joins each point under it, with the way to what may be opened', async () => {
    const voice = { point: 'voice', name: 'Fiche 26-A', note: 'le 3', link: '/fiches/a' } as const;
    const elsewhere = { ...voice, name: 'Fiche 26-B', note: 'un autre service', link: null };
    const strands: Strand[] = [
      { ...voice, state: 'done' },
      { ...elsewhere, state: 'awaited' },
    ];
    const { items, words } = await draw({ strands });
    expect(words[0]).toMatch(/Fiche 26-A le 3 ?Fiche 26-B un autre service/);
    expect(items.map((item) => item.querySelectorAll('li').length)).toEqual([2, 0, 0, 0, 0]);
    const links = [...(items[0]?.querySelectorAll('a') ?? [])];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/fiches/a']);
  });
});
