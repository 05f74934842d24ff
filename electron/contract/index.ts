export * from './bridge.ts';
export * from './change-row.ts';
export * from './dispatcher.ts';
export * from './error-code.ts';
export * from './overview.ts';
export * from './page-event.ts';
export * from './requests.ts';
export * from './result.ts';
