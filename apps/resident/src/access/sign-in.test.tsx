import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyday, ME } from '../testing/district';
import { FakeServer, refused } from '../testing/fake-server';
import { closeApp, newPhone, openApp } from '../testing/open-app';
import { codeOf, phoneFault, phoneOf } from './phone-number';
import { DEMONSTRATION, REQUEST_CODE, SIGN_IN, SIGN_OUT } from './sign-in-operations';

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({
    ...everyday,
    RequestSignInCode: () => ({
      requestSignInCode: {
        __typename: 'SignInCodeSent',
        maskedPhone: '138****1234',
        resendAfterSeconds: 60,
        expiresInSeconds: 300,
      },
    }),
    SignInWithCode: ({ input }: Record<string, { code: string }>) => ({
      signInWithCode:
        input?.code === '123456' ? { __typename: 'Me', id: ME, name: '王曉敏' } : refused('CODE_WRONG'),
    }),
  });
});

it('asks for the number, then for the code, then opens the home page', async () => {
  const user = await openApp(server, '/', null);
  expect(await screen.findByRole('link', { name: '打開發件箱' })).toBeTruthy();
  await user.type(screen.getByLabelText('您的手機號'), '138 0013 1234');
  await user.click(screen.getByRole('button', { name: '獲取驗證碼' }));
  expect(await screen.findByText(/138\*\*\*\*1234/)).toBeTruthy();
  expect(screen.getByText('60 秒後可以重新發送')).toBeTruthy();
  await user.type(screen.getByLabelText('驗證碼'), '000000');
  await user.click(screen.getByRole('button', { name: '登錄' }));
  expect((await screen.findByRole('alert')).textContent).toContain('驗證碼不對');
  await user.clear(screen.getByLabelText('驗證碼'));
  await user.type(screen.getByLabelText('驗證碼'), '123456');
  await user.click(screen.getByRole('button', { name: '登錄' }));
  expect(await screen.findByText('上午好，王曉敏')).toBeTruthy();
  expect(server.of('RequestSignInCode')[0]?.variables).toEqual({ input: { phone: '13800131234' } });
  expect(JSON.stringify(localStorage)).not.toContain('13800131234');
});

it('says what is wrong with a number and sends nothing', async () => {
  const user = await openApp(server, '/sign-in', null);
  await user.type(screen.getByLabelText('您的手機號'), '1380013');
  await user.click(screen.getByRole('button', { name: '獲取驗證碼' }));
  expect((await screen.findByRole('alert')).textContent).toBe('手機號是 11 位，好像少了幾位');
  expect(document.activeElement).toBe(screen.getByLabelText('您的手機號'));
  expect(server.of('RequestSignInCode')).toEqual([]);
});

it('knows a mobile number of the mainland', () => {
  expect(['', '138abc', '1380013', '138001312345', '12800131234', '13800131234'].map(phoneFault)).toEqual([
    ...['empty', 'letters', 'tooShort', 'tooLong', 'notMobile', undefined],
  ]);
  expect([phoneOf('+86 138-0013-1234'), phoneOf('１３８００１３１２３４'), codeOf('12 34 56 78')]).toEqual([
    ...['13800131234', '13800131234', '123456'],
  ]);
});

it('the texts of the first page fit the contract', () => {
  const schema = buildSchema(readFileSync(path.resolve('../../packages/schema/schema.graphql'), 'utf8'));
  for (const text of [REQUEST_CODE, SIGN_IN, SIGN_OUT, DEMONSTRATION])
    expect(validate(schema, parse(text))).toEqual([]);
});

it('large letters and the language stay after a reload', async () => {
  const user = await openApp(server, '/sign-in', null);
  await user.click(screen.getByRole('button', { name: '大字' }));
  expect(document.documentElement.dataset.mode).toBe('elder');
  expect(localStorage.getItem('linli.elder')).toBe('yes');
  await user.click(screen.getByRole('link', { name: '語言' }));
  await user.click(await screen.findByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('heading', { name: 'Language' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('en');
  await closeApp();
  await openApp(server, '/sign-in', null);
  expect(screen.getByRole('heading', { name: 'Welcome to Linli' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Normal' }));
  expect(document.documentElement.dataset.mode).toBeUndefined();
});
