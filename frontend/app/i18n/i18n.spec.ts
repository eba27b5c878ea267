import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Dates } from './dates';
import { I18n } from './i18n';
import { T } from './t';
import { words as english } from './en';
import { words as french } from './fr';
import { dictionaries } from './dictionaries';
import type { Dictionary } from './words';

@Component({ selector: 'boucle-sample', imports: [T], template: `{{ 'ui.retry' | t }}` })
class Sample {}

function keysOf(words: Dictionary, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  );
}

describe('the words of the pages', () => {
  beforeEach(() => localStorage.clear());

  it('speak French first, with spaces that do not break before two-part signs', () => {
    const { t } = TestBed.inject(I18n);
    expect(t('ui.pager.range', { from: '1', to: '25', total: '61 234' })).toBe('1 à 25 sur 61 234');
    expect(t('errors.network.down')).toContain('réessayez\u00a0: ce que');
    expect(t('session.publicTitle')).toBe('Vous avez un code de suivi\u202f?');
  });

  it('agree in number, whole millions included', () => {
    const { t } = TestBed.inject(I18n);
    expect(t('dates.left', { count: 0 })).toBe('il reste 0 jour ouvré');
    expect(t('dates.left', { count: 1 })).toBe('il reste 1 jour ouvré');
    expect(t('dates.left', { count: 3 })).toBe('il reste 3 jours ouvrés');
    expect(t('dates.left', { count: 1_000_000 })).toBe('il reste 1000000 jours ouvrés');
  });

  it('redraw what is shown when the language changes, and say so to screen readers', async () => {
    const fixture = TestBed.createComponent(Sample);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.textContent).toBe('Réessayer');

    await TestBed.inject(I18n).choose('en');
    await fixture.whenStable();
    expect(element.textContent).toBe('Try again');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('boucle.language')).toBe('en');

    await TestBed.inject(I18n).choose('fr');
    expect(TestBed.inject(I18n).t('ui.retry')).toBe('Réessayer');
  });

  it('follow the account’s language unless this machine was told otherwise', async () => {
    const i18n = TestBed.inject(I18n);
    await i18n.choose('fr');
    await i18n.prefer('en');
    expect(i18n.language()).toBe('fr');
  });

  it('are the same keys in both languages', () => {
    expect(keysOf(english).sort()).toEqual(keysOf(french).sort());
  });

  it.each(Object.entries(dictionaries))('are the same keys in the room %s', async (_, room) => {
    const [fr, en] = await Promise.all([room.fr(), room.en()]);
    expect(keysOf(en.words).sort()).toEqual(keysOf(fr.words).sort());
  });
});

describe('days', () => {
  const today = new Date('2026-11-24T12:00:00Z');

  it('are said as a public servant says them', () => {
    const dates = TestBed.inject(Dates);
    expect(dates.day('2026-11-24', 'long', today)).toBe('mardi 24 novembre');
    expect(dates.day('2026-12-01', 'long', today)).toBe('mardi 1er décembre');
    expect(dates.day('2027-01-04', 'long', today)).toBe('lundi 4 janvier 2027');
    expect(dates.day('2026-11-24', 'short', today)).toBe('24 nov.');
    expect(dates.day('2026-11', 'month', today)).toBe('novembre 2026');
  });

  it('say how far they are', () => {
    const dates = TestBed.inject(Dates);
    expect(dates.near('2026-11-25', '2026-11-24')).toBe('demain');
    expect(dates.near('2026-11-14', '2026-11-24')).toBe('il y a 10 jours');
    expect(dates.deadline(0)).toBe('pour aujourd’hui');
    expect(dates.deadline(3)).toBe('il reste 3 jours ouvrés');
    expect(dates.deadline(-1)).toBe('en retard de 1 jour ouvré');
  });
});
