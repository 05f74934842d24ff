import { expect, it } from 'vitest';
import { english } from '../../../renderer/messages/en/index.ts';
import { loadMessages } from '../../../renderer/messages/load-messages.ts';
import { createSpeech } from '../../../renderer/messages/speech.ts';

const start = (systemLocale = 'en-US') => createSpeech({ load: loadMessages, systemLocale });

it('the page speaks English until told otherwise, with the times of the system', () => {
  const { speech } = start();
  expect(speech.value).toEqual({ language: 'en', messages: english, locale: 'en-US' });
});

it('another language is spoken once its messages are there, with its own times', async () => {
  const { speech, speak } = start();
  await speak('es');
  expect(speech.value).toMatchObject({ language: 'es', locale: 'es' });
  expect(speech.value.messages.common.signIn).toBe('Iniciar sesión');
});

it('the region of the system decides within its language', async () => {
  const { speech, speak } = start('es-MX');
  await speak('es');
  expect(speech.value.locale).toBe('es-MX');
});

it('of several wishes the last one counts', async () => {
  const { speech, speak } = start();
  const spanish = speak('es');
  await speak('en');
  await spanish;
  expect(speech.value.language).toBe('en');
});

it('a language that cannot be loaded leaves it at the one before, and is loaded at the next wish', async () => {
  let isAppThere = false;
  const { speech, speak } = createSpeech({
    load: (language) => (isAppThere ? loadMessages(language) : Promise.reject(new Error('gone'))),
    systemLocale: 'en-US',
  });
  await speak('es');
  expect(speech.value.language).toBe('en');
  isAppThere = true;
  await speak('es');
  expect(speech.value.language).toBe('es');
});
