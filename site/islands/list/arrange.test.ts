import { expect, it } from 'vitest';
import { aGrant, HOUR, NOW } from '../../testing/grant.ts';
import { grouped, urgentFirst } from './arrange.ts';

it('puts what needs a look on top, failing before ending', () => {
  const calm = aGrant({ id: 'calm' });
  const ending = aGrant({ id: 'ending', notAfter: NOW + HOUR });
  const failing = aGrant({ id: 'failing', problem: 'disk-full' });
  expect(urgentFirst([calm, ending, failing], NOW).map(({ id }) => id)).toEqual(['failing', 'ending']);
});

it('gathers neighbours of one person or one service under one title', () => {
  const ewa = { name: 'Ewa', email: 'ewa@example.pl' };
  const grants = [aGrant({ id: '1' }), aGrant({ id: '2' }), aGrant({ id: '3', grantee: ewa })];
  expect(grouped(grants, 'person').map(({ title, grants: tags }) => [title, tags.length])).toEqual([
    ['Jan Kowalski (jan@example.pl)', 2],
    ['Ewa (ewa@example.pl)', 1],
  ]);
  const toClient = aGrant({ grantee: { name: 'Klient nr 100200', email: '' } });
  expect(grouped([toClient], 'person').map(({ title }) => title)).toEqual(['Klient nr 100200']);
  expect(grouped(grants, 'service')).toHaveLength(1);
  expect(grouped([aGrant(), aGrant({ notAfter: null })], 'end').map(({ title }) => title)).toEqual([
    'Z datą końca',
    'Do odwołania',
  ]);
});
