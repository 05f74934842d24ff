import { describe, expect, it } from 'vitest';
import {
  hooksPageUrl,
  isLoopbackOrigin,
  isOpenable,
  parseOrigin,
  taskUrl,
} from '../../../electron/core/redbooth/links.ts';

const redbooth = 'https://redbooth.com';

describe('the address of a Redbooth', () => {
  it.each([
    ['https://redbooth.com', 'https://redbooth.com'],
    ['https://redbooth.com/', 'https://redbooth.com'],
    ['  https://Redbooth.com  ', 'https://redbooth.com'],
    ['https://redbooth.example:8443', 'https://redbooth.example:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://api.localhost:3000', 'http://api.localhost:3000'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%j is %s', (text, origin) => {
    expect(parseOrigin(text)).toBe(origin);
  });

  it.each([
    'http://redbooth.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://10.0.0.1',
    'http://[::2]',
    'https://user:word@redbooth.com',
    'https://redbooth.com/api',
    'https://redbooth.com?x',
    'https://redbooth.com/?',
    'https://redbooth.com#x',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'redbooth.com',
    'https://',
    'https:\\\\redbooth.com',
    'https://red booth.com',
    `https://${'a'.repeat(2100)}.com`,
    '',
  ])('%j is none', (text) => {
    expect(parseOrigin(text)).toBeNull();
  });

  it.each([
    ['http://localhost:1', true],
    ['https://a.localhost', true],
    ['http://[::1]:2', true],
    ['https://redbooth.com', false],
    ['nonsense', false],
  ])('%j is on this machine: %s', (origin, expected) => {
    expect(isLoopbackOrigin(origin)).toBe(expected);
  });
});

describe('the page of a task', () => {
  it('is made of the origin and two ids', () => {
    expect(taskUrl(redbooth, '2', '10')).toBe('https://redbooth.com/a/#!/projects/2/tasks/10');
  });

  it.each([
    ['2', ''],
    ['', '1'],
    ['2/x', '1'],
    ['2', '1?x'],
    ['2', '12345678901234567890'],
  ])('is null for project %j and task %j', (projectId, taskId) => {
    expect(taskUrl(redbooth, projectId, taskId)).toBeNull();
  });
});

describe('the page of hooks', () => {
  it.each([
    ['9', 'https://redbooth.com/app/organization/9/web_hooks'],
    [null, 'https://redbooth.com/a/'],
    ['9/../x', 'https://redbooth.com/a/'],
  ])('of organisation %j is %s', (organizationId, url) => {
    expect(hooksPageUrl(redbooth, organizationId)).toBe(url);
  });
});

describe('the gate for opening', () => {
  const local = 'http://127.0.0.1:3000';
  it.each([
    ['https://redbooth.com/a/#!/projects/2/tasks/10', redbooth],
    ['https://redbooth.com/', local],
    ['https://redbooth.example:8443/a/', 'https://redbooth.example:8443'],
    ['http://127.0.0.1:3000/a/#!/projects/2/tasks/10', local],
  ])('lets %s through with %s', (url, origin) => {
    expect(isOpenable(url, origin)).toBe(true);
  });

  it.each([
    ['http://redbooth.com/a/', redbooth],
    ['https://redbooth.com.evil.example/', redbooth],
    ['https://redbooth.com:444/', redbooth],
    ['https://evil.example/#https://redbooth.com', redbooth],
    ['https://redbooth.com@evil.example/', redbooth],
    ['https://user@redbooth.com/', redbooth],
    ['https://:word@redbooth.com/', redbooth],
    ['http://127.0.0.1:3001/a/', local],
    ['http://localhost:3000/a/', local],
    ['http://127.0.0.1:3000/a/', redbooth],
    ['http://redbooth.internal/', 'http://redbooth.internal'],
    ['https://redbooth.com/\nx', redbooth],
    ['https://redbooth.com/\u0000', redbooth],
    ['https://redbooth.com/\u202e', redbooth],
    [' https://redbooth.com/', redbooth],
    ['https:\\\\redbooth.com/', redbooth],
    [`https://redbooth.com/${'x'.repeat(2048)}`, redbooth],
    ['javascript:alert(1)//https://redbooth.com', redbooth],
    ['file:///etc/passwd', redbooth],
    ['redbooth-notifier://open', redbooth],
    ['//redbooth.com/', redbooth],
    ['', redbooth],
  ])('keeps %j back with %s', (url, origin) => {
    expect(isOpenable(url, origin)).toBe(false);
  });
});
