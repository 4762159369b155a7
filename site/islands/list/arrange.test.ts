import { expect, it } from 'vitest';
import { aGrant } from '../../testing/grant.ts';
import { grouped } from './arrange.ts';

const ewa = { grantee: { name: 'Ewa', email: 'ewa@example.pl' }, personId: 'ewa' };

it('gathers what one person has under one title that leads to them, wherever a later page brings it', () => {
  const grants = [aGrant({ id: '1' }), aGrant({ id: '2', ...ewa }), aGrant({ id: '3' })];
  expect(
    grouped(grants, 'person').map(({ title, note, personId, grants: tags }) => [title, note, personId, tags.length]),
  ).toEqual([
    ['Jan Kowalski', 'jan@example.pl', 'person-1', 2],
    ['Ewa', 'ewa@example.pl', 'ewa', 1],
  ]);
});

it('gathers by service and by kind of end, and keeps two people of one name apart', () => {
  const grants = [aGrant({ id: '1' }), aGrant({ id: '2', notAfter: null, personId: 'person-2' })];
  expect(grouped(grants, 'service').map(({ title, personId }) => [title, personId])).toEqual([['Usługa: Hosting sklepu', null]]);
  expect(grouped(grants, 'end').map(({ title }) => title)).toEqual(['Z datą końca', 'Do odwołania']);
  expect(grouped(grants, 'person')).toHaveLength(2);
});
