import { beforeEach, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { everyday, ME, MOTHER } from '../../testing/district';
import { FakeServer } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';

const one = (id: string, rank: number, name: string, relation: string) => ({
  ...{ __typename: 'EmergencyContact', id, rank, name, relation, phone: '139****0001' },
});
const ids = ['019ab000-0000-7000-8000-000000000801', '019ab000-0000-7000-8000-000000000802'] as const;
const TWO = [one(ids[0], 1, '王*', 'CHILD'), one(ids[1], 2, '張*', 'NEIGHBOUR')];
const DOOR = { __typename: 'HomeDoor', residentId: ME, door: '2單元401', hint: '耳背' };

let server: FakeServer;
const kept = (contacts: readonly object[]) => ({
  emergencyContacts: { __typename: 'EmergencyContacts', contacts },
  homeDoor: { ...DOOR, atHomeFrom: null, atHomeTo: null },
});
const grant = (scopes: readonly string[]) => ({
  ...{ __typename: 'CareGrant', id: '019ab000-0000-7000-8000-000000000811', elderId: MOTHER },
  ...{ elderName: '李桂蘭', carerId: ME, scopes, state: 'ACTIVE' },
});
const keeping = (...grants: readonly object[]) => ({
  me: { __typename: 'Me', id: ME, name: '王曉敏' },
  careGrants: grants,
});
const saved = () =>
  server
    .of('SaveContacts')
    .map(({ variables }) => variables.input as { residentId: string; contacts: object[] });

beforeEach(async () => {
  await newPhone();
  server = new FakeServer({
    ...everyday,
    Keeping: () => keeping(),
    Contacts: () => kept(TWO),
    SaveContacts: () => ({ saveEmergencyContacts: { __typename: 'EmergencyContacts', contacts: TWO } }),
  });
});

it('a third is added in three questions; the two that are read masked are kept without being typed', async () => {
  const user = await openApp(server, '/me/contacts');
  await user.click(await screen.findByRole('link', { name: '加一位' }));
  await screen.findByRole('heading', { level: 1, name: '有急事打給誰？' });
  await user.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findByText('請填寫姓名')).toBeTruthy();
  await user.type(screen.getByLabelText('姓名'), '趙大姐');
  await user.click(screen.getByRole('button', { name: '下一步' }));
  await user.click(await screen.findByRole('radio', { name: '鄰居' }));
  await user.click(screen.getByRole('button', { name: '下一步' }));
  await user.type(await screen.findByLabelText('手機號'), '137 0000 0002');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await screen.findByRole('heading', { level: 1, name: '緊急聯繫人和門牌' });
  expect(saved()).toEqual([
    {
      residentId: ME,
      contacts: [
        { id: ids[0], relation: 'CHILD' },
        { id: ids[1], relation: 'NEIGHBOUR' },
        { id: expect.any(String), name: '趙大姐', relation: 'NEIGHBOUR', phone: '13700000002' },
      ],
    },
  ]);
});

it('the second becomes the first with one tap; removing asks first', async () => {
  const user = await openApp(server, '/me/contacts');
  await user.click(await screen.findByRole('button', { name: '先打這位 張*' }));
  await user.click(screen.getByRole('button', { name: '移除 王*' }));
  expect(saved()).toHaveLength(1);
  const dialog = await screen.findByRole('dialog', { name: '移除王*？' });
  await user.click(within(dialog).getByRole('button', { name: '移除' }));
  expect(saved().map(({ contacts }) => contacts)).toEqual([
    [
      { id: ids[1], relation: 'NEIGHBOUR' },
      { id: ids[0], relation: 'CHILD' },
    ],
    [{ id: ids[1], relation: 'NEIGHBOUR' }],
  ]);
});

it('a list that was changed meanwhile says so, and what was shown stays', async () => {
  server.answer('SaveContacts', () => ({
    saveEmergencyContacts: { __typename: 'Refused', code: 'CONTACTS_CHANGED', details: {} },
  }));
  const user = await openApp(server, '/me/contacts');
  await user.click(await screen.findByRole('button', { name: '先打這位 張*' }));
  expect((await screen.findByRole('alert')).textContent).toContain('剛剛改過');
});

it('a carer keeps those of the elder only where the grant says so', async () => {
  server.answer('Keeping', () => keeping(grant(['BOOKINGS'])));
  await openApp(server, '/me/contacts');
  await screen.findByText('2單元401');
  expect(screen.queryByRole('radio', { name: '李桂蘭' })).toBeNull();

  await newPhone();
  server.answer('Keeping', () => keeping(grant(['CONTACTS'])));
  const user = await openApp(server, '/me/contacts');
  await user.click(await screen.findByRole('radio', { name: '李桂蘭' }));
  await user.click(await screen.findByRole('button', { name: '先打這位 張*' }));
  expect(saved()[0]?.residentId).toBe(MOTHER);
});

it('the door is changed in three questions, and what was there is there already', async () => {
  server.answer('SaveDoor', () => ({ saveHomeDoor: { ...DOOR, atHomeFrom: '10:00', atHomeTo: '13:00' } }));
  const user = await openApp(server, '/me/contacts');
  await user.click(await screen.findByRole('link', { name: '修改門牌' }));
  const door = await screen.findByLabelText<HTMLInputElement>('單元和門號');
  expect(door.value).toBe('2單元401');
  await user.click(screen.getByRole('button', { name: '下一步' }));
  await user.click(await screen.findByRole('radio', { name: '只有幾個鐘頭在家' }));
  await user.selectOptions(screen.getByLabelText('到'), '09:00');
  await user.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findByText('結束時間要晚於開始時間')).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('到'), '13:00');
  await user.click(screen.getByRole('button', { name: '下一步' }));
  await user.click(await screen.findByRole('button', { name: '保存' }));
  await screen.findByRole('heading', { level: 1, name: '緊急聯繫人和門牌' });
  expect(server.of('SaveDoor')[0]?.variables.input).toEqual({
    ...{ residentId: ME, door: '2單元401', hint: '耳背', atHomeFrom: '10:00', atHomeTo: '13:00' },
  });
});
